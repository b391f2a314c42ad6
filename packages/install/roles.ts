import { group, qualified } from '../../apis/group.ts'
import { kinds } from '../../apis/index.ts'
import type { Cloud } from '../clouds.ts'
import { commonRights, composeRights, readVerbs, type Rule } from './rights.ts'

/** Crossplane's right to compose what no package of its own lets it. */
export const crossplaneRoles = (cloud: Cloud) =>
  [
    { name: 'roadbed:compose', rules: commonRights() },
    { name: `roadbed:compose-${cloud}`, rules: composeRights(cloud) },
  ]
    .filter(({ rules }) => rules.length > 0)
    .map(({ name, rules }) => clusterRole(name, { 'rbac.crossplane.io/aggregate-to-crossplane': 'true' }, rules))

/** All that a cloud's bundle grants. */
export const rightsObjects = (cloud: Cloud) => [
  ...crossplaneRoles(cloud),
  ...tenantRoles(),
  ...operatorRoles(),
  platformRole(),
]

const writeVerbs = ['create', 'update', 'patch', 'delete'] as const

/**
 * What people may do, added to the roles `view`, `edit` and `admin` of Kubernetes: whoever has one of these in a
 * namespace can use its claims. Cluster-scoped kinds are the platform team's: nobody gets to write them by these roles.
 */
export const tenantRoles = () => [
  aggregated('view', [rule(plurals('Namespaced'), readVerbs), rule(plurals('Cluster'), readVerbs)]),
  aggregated('edit', [rule(plurals('Namespaced'), writeVerbs), rule(scales, ['patch', 'update'])]),
  // Only who administers a namespace removes all databases of it in one call.
  aggregated('admin', [rule(plurals('Namespaced'), [...writeVerbs, 'deletecollection'])]),
]

const toOperator = qualified('aggregate-to-operator')

/**
 * Who keeps an environment running: reads what `view` reads, restarts by deleting pods, and scales. Neither a shell in a pod nor a change of
 * what it runs, for with either comes every Secret that it has.
 */
export const operatorRoles = () => [
  {
    ...clusterRole('roadbed:operator', {}, undefined),
    aggregationRule: {
      clusterRoleSelectors: ['rbac.authorization.k8s.io/aggregate-to-view', toOperator].map(label => ({
        matchLabels: { [label]: 'true' },
      })),
    },
  },
  clusterRole('roadbed:operate', { [toOperator]: 'true' }, [
    { apiGroups: [''], resources: ['pods'], verbs: ['delete', 'deletecollection'] },
    { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
    {
      apiGroups: ['apps'],
      resources: ['deployments/scale', 'replicasets/scale', 'statefulsets/scale'],
      verbs: ['patch', 'update'],
    },
    rule(scales, ['patch', 'update']),
  ]),
]

/** For the platform team, bound by name and aggregated to nothing: it may also write the cluster-scoped settings. */
export const platformRole = () =>
  clusterRole('roadbed:platform-team', {}, [rule(plurals('Cluster'), [...readVerbs, ...writeVerbs])])

const plurals = (scope: 'Namespaced' | 'Cluster'): readonly string[] =>
  kinds.filter(kind => kind.scope === scope).map(({ plural }) => plural)

/** What `kubectl scale` writes to. */
const scales = kinds.filter(({ scale }) => scale).map(({ plural }) => `${plural}/scale`)

const rule = (resources: readonly string[], verbs: readonly string[]): Rule => ({
  apiGroups: [group],
  resources,
  verbs,
})

const aggregated = (role: string, rules: readonly Rule[]) =>
  clusterRole(`roadbed:${role}`, { [`rbac.authorization.k8s.io/aggregate-to-${role}`]: 'true' }, rules)

type Labels = Readonly<Record<string, string>>

/** No rules at all where Kubernetes is to gather them. */
const clusterRole = (name: string, labels: Labels, rules: readonly Rule[] | undefined) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name, labels: { 'app.kubernetes.io/part-of': 'roadbed', ...labels } as Labels },
  ...(rules && { rules }),
})
