import { group } from '../../apis/group.ts'
import { kinds } from '../../apis/index.ts'
import type { Cloud } from '../clouds.ts'
import { composeRights, readVerbs, type Rule } from './rights.ts'

/** Crossplane's right to compose what no package of its own lets it; none for a cloud that needs none. */
export const crossplaneRoles = (cloud: Cloud) => {
  const rules = composeRights(cloud)
  return rules.length === 0
    ? []
    : [clusterRole(`roadbed:compose-${cloud}`, { 'rbac.crossplane.io/aggregate-to-crossplane': 'true' }, rules)]
}

/** All that a cloud's bundle grants. */
export const rightsObjects = (cloud: Cloud) => [...crossplaneRoles(cloud), ...tenantRoles(), platformRole()]

const writeVerbs = ['create', 'update', 'patch', 'delete'] as const

/**
 * What people may do, added to the roles `view`, `edit` and `admin` of Kubernetes: whoever has one of these in a
 * namespace can use its claims. Cluster-scoped kinds are the platform team's: nobody gets to write them by these roles.
 */
export const tenantRoles = () => [
  aggregated('view', [rule(plurals('Namespaced'), readVerbs), rule(plurals('Cluster'), readVerbs)]),
  aggregated('edit', [rule(plurals('Namespaced'), writeVerbs)]),
  // Only who administers a namespace removes all databases of it in one call.
  aggregated('admin', [rule(plurals('Namespaced'), [...writeVerbs, 'deletecollection'])]),
]

/** For the platform team, bound by name and aggregated to nothing: it may also write the cluster-scoped settings. */
export const platformRole = () =>
  clusterRole('roadbed:platform-team', {}, [rule(plurals('Cluster'), [...readVerbs, ...writeVerbs])])

const plurals = (scope: 'Namespaced' | 'Cluster'): readonly string[] =>
  kinds.filter(kind => kind.scope === scope).map(({ plural }) => plural)

const rule = (resources: readonly string[], verbs: readonly string[]): Rule => ({
  apiGroups: [group],
  resources,
  verbs,
})

const aggregated = (role: string, rules: readonly Rule[]) =>
  clusterRole(`roadbed:${role}`, { [`rbac.authorization.k8s.io/aggregate-to-${role}`]: 'true' }, rules)

type Labels = Readonly<Record<string, string>>

const clusterRole = (name: string, labels: Labels, rules: readonly Rule[]) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name, labels: { 'app.kubernetes.io/part-of': 'roadbed', ...labels } as Labels },
  rules,
})
