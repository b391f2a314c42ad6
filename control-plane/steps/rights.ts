import { canonical } from '../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'
import { cloudNames, clouds, type ProviderPackage } from '../../packages/clouds.ts'
import { rightsObjects } from '../../packages/install/roles.ts'
import type { Cluster } from '../api/cluster.ts'
import { foreignKinds, groupOf } from '../crds/kinds.ts'
import { waitFor } from '../processes/ready.ts'

const aggregated = 'rbac.crossplane.io/aggregate-to-crossplane'

/**
 * What Crossplane's RBAC manager makes of an installed provider: Crossplane may do everything with that provider's kinds, and with no
 * other. No provider is installed here, so what stands in for one brings it along.
 */
export const providerRole = ({ name, groups }: ProviderPackage): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: `roadbed-local:${name}:aggregate-to-edit`, labels: { [aggregated]: 'true' } },
  rules: groups.map(group => ({
    apiGroups: [group],
    resources: foreignKinds()
      .filter(kind => groupOf(kind) === group)
      .flatMap(({ plural }) => [plural, `${plural}/status`]),
    verbs: ['*'],
  })),
})

/** Grants Crossplane what the providers would bring. @throws a sentence, when the API server refuses one */
export const grantProviderRights = (cluster: Cluster): Promise<void> =>
  applyRights(
    cluster,
    cloudNames.flatMap(cloud => clouds[cloud].providers.map(providerRole)),
  )

/** Grants what our install bundles of all clouds grant, to Crossplane and to people: everything else would be missing for users too. */
export const grantBundleRights = (cluster: Cluster): Promise<void> => applyRights(cluster, bundleRights())

/** Each object once: bundles have some in common. */
export const bundleRights = (): readonly JsonObject[] => [
  ...new Map(cloudNames.flatMap(rightsObjects).map(object => [object.metadata.name, object])).values(),
]

/** Applies ClusterRoles and bindings, and waits until Kubernetes has added to Crossplane's own role what is meant for it. */
export const applyRights = async (cluster: Cluster, objects: readonly JsonObject[]): Promise<void> => {
  await Promise.all(objects.map(object => cluster.apply(object)))
  const meant = objects.filter(object => textAt(object, 'metadata', 'labels', aggregated) === 'true')
  const rules = meant.flatMap(role => listAt(role, 'rules').map(canonical))
  const granted = async () => {
    const role = await cluster.read('rbac.authorization.k8s.io/v1', 'ClusterRole', 'crossplane')
    const has = new Set(listAt(role, 'rules').map(canonical))
    return rules.every(rule => has.has(rule))
  }
  await waitFor(granted, 60, 'the controller manager has not given Crossplane its rights')
}
