import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import type { Cluster } from '../api/cluster.ts'
import { isTrue } from '../api/conditions.ts'
import { crdFromFacts } from '../crds/from-facts.ts'
import { crdsFromFolder } from '../crds/from-folder.ts'
import { foreignKinds } from '../crds/kinds.ts'
import { waitFor } from '../processes/ready.ts'

/** The CRDs of the providers: full ones where a folder has them, otherwise what we know of them. */
export const providerCrds = (folder: string | undefined): readonly JsonObject[] => {
  const ours = foreignKinds().map(crdFromFacts)
  if (folder === undefined) return ours
  const full = crdsFromFolder(folder, new Set(ours.map(nameOf)))
  return ours.map(crd => full.get(nameOf(crd)) ?? crd)
}

/** Has the API server serve the kinds that we compose. @throws a sentence, when it refuses one */
export const installProviderCrds = async (cluster: Cluster, folder: string | undefined): Promise<void> => {
  const crds = providerCrds(folder)
  await Promise.all(crds.map(crd => cluster.apply(crd)))
  const established = (name: string) =>
    waitFor(() => isEstablished(cluster, name), 120, `${name} is not served by the API server`)
  // One after the other: they are served at about the same time, and to read them all is work that they wait for.
  for (const crd of crds) await established(nameOf(crd))
}

const nameOf = (crd: JsonObject): string => textAt(crd, 'metadata', 'name') ?? ''

const isEstablished = async (cluster: Cluster, name: string): Promise<boolean> => {
  const crd = await cluster.read('apiextensions.k8s.io/v1', 'CustomResourceDefinition', name)
  return isTrue(crd, 'Established')
}
