import type { Cluster } from '../api/cluster.ts'
import type { ProviderCrds } from '../crds/provider-crds.ts'
import { installProviderCrds } from './provider-crds.ts'
import { grantBundleRights, grantProviderRights } from './rights.ts'

/** Everything that a user has installed before Roadbed's packages: the providers' kinds and rights, and our bundle's rights. */
export const installProviders = async (cluster: Cluster, crds: ProviderCrds): Promise<void> => {
  await Promise.all([installProviderCrds(cluster, crds), grantProviderRights(cluster), grantBundleRights(cluster)])
}
