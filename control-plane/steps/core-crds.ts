import type { JsonObject } from '../../functions/runtime/json.ts'
import { at, listAt, textAt } from '../../functions/runtime/read.ts'
import type { Cluster } from '../api/cluster.ts'
import { waitFor } from '../processes/ready.ts'

/** Has the API server serve Crossplane's own kinds before Crossplane's installation gives it the same. @throws a sentence */
export const installCoreCrds = async (cluster: Cluster, crds: readonly JsonObject[]): Promise<void> => {
  await Promise.all(crds.map(crd => cluster.apply(crd)))
  const kinds = crds.flatMap(kindsOf)
  const areServed = async () => {
    const served = await cluster.servedKinds()
    return kinds.every(kind => served.has(kind))
  }
  await waitFor(areServed, 120, 'Crossplane’s kinds are not served by the API server')
}

/** As `<apiVersion> <kind>`. */
const kindsOf = (crd: JsonObject): readonly string[] =>
  listAt(crd, 'spec', 'versions')
    .filter(version => at(version, 'served') === true)
    .map(
      version => `${textAt(crd, 'spec', 'group')}/${textAt(version, 'name')} ${textAt(crd, 'spec', 'names', 'kind')}`,
    )
