import { group } from '../../apis/group.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import type { Cluster } from '../api/cluster.ts'
import type { ProviderCrds } from '../crds/provider-crds.ts'
import { waitForKinds } from './served.ts'

/** Of what a CRD was made, as an annotation of it. */
const digestKey = `${group}/digest`

/**
 * Has the API server serve the kinds that we compose. What it has been given before is not sent again: to look at it once more takes it
 * seconds.
 *
 * @throws a sentence, when it refuses one
 */
export const installProviderCrds = async (cluster: Cluster, { digest, kinds, read }: ProviderCrds): Promise<void> => {
  const there = await cluster.listMetadata('apiextensions.k8s.io/v1', 'CustomResourceDefinition')
  const same = new Set(
    there.filter(metadata => textAt(metadata, 'annotations', digestKey) === digest).map(({ name }) => name),
  )
  if ([...kinds.keys()].some(name => !same.has(name))) {
    const missing = read().filter(crd => !same.has(textAt(crd, 'metadata', 'name')))
    await Promise.all(missing.map(crd => cluster.apply(marked(crd, digest))))
  }
  await waitForKinds(cluster, kinds)
}

const marked = (crd: JsonObject, digest: string): JsonObject => {
  const metadata = objectAt(crd, 'metadata')
  return {
    ...crd,
    metadata: { ...metadata, annotations: { ...objectAt(metadata, 'annotations'), [digestKey]: digest } },
  }
}
