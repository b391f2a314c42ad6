import type { JsonObject } from '../../functions/runtime/json.ts'
import { at, listAt, textAt } from '../../functions/runtime/read.ts'
import type { Cluster } from '../api/cluster.ts'
import { waitForKinds } from './served.ts'

/** Has the API server serve Crossplane's own kinds before Crossplane's installation gives it the same. @throws a sentence */
export const installCoreCrds = async (cluster: Cluster, crds: readonly JsonObject[]): Promise<void> => {
  await Promise.all(crds.map(crd => cluster.apply(crd)))
  await waitForKinds(cluster, crds.flatMap(kindsOf))
}

/** Each version that is to be served, as `<apiVersion> <kind>`, with the CRD's name. */
const kindsOf = (crd: JsonObject): readonly (readonly [crd: string, kind: string])[] =>
  listAt(crd, 'spec', 'versions')
    .filter(version => at(version, 'served') === true)
    .map(version => [
      textAt(crd, 'metadata', 'name') ?? '',
      `${textAt(crd, 'spec', 'group')}/${textAt(version, 'name')} ${textAt(crd, 'spec', 'names', 'kind')}`,
    ])
