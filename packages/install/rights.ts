import { clusterRoles } from '../../functions/kinds/environment/access.ts'
import { clouds, commonGroups, type Cloud } from '../clouds.ts'
import { composedResources } from '../resources.ts'

/** One rule of a ClusterRole. */
export type Rule = {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  /** Only the objects of these names. */
  readonly resourceNames?: readonly string[]
}

export const readVerbs = ['get', 'list', 'watch'] as const

/** What Crossplane does with a composed object; it checks for just these before it watches the kind. */
export const composeVerbs = [...readVerbs, 'create', 'update', 'patch', 'delete'] as const

/**
 * What Crossplane must be granted to compose on a cloud: nothing where all is its own or a provider's. The status is part of it
 * because Crossplane, when anything refuses an object, asks for its rights to the last of the kind's resources, which is the status,
 * and blames missing rights in the claim when it has none: of a quota that is used up, for example.
 */
export const composeRights = (cloud: Cloud): readonly Rule[] => clouds[cloud].clusterGroups.map(composeGroup)

/**
 * The same for what is composed on every cloud. To bind a role Crossplane must be allowed to, or have all of its rights itself: it may bind
 * those that an environment grants, and no other.
 */
export const commonRights = (): readonly Rule[] => [
  ...commonGroups.map(composeGroup),
  {
    apiGroups: ['rbac.authorization.k8s.io'],
    resources: ['clusterroles'],
    resourceNames: Object.values(clusterRoles).toSorted(),
    verbs: ['bind'],
  },
]

/** Secrets are not named: Crossplane's chart grants them. */
const composeGroup = (group: string): Rule => ({
  apiGroups: [group],
  resources: composedResources()
    .filter(resource => resource.group === group && resource.kind !== 'Secret')
    .flatMap(({ plural, hasStatus }) => (hasStatus ? [plural, `${plural}/status`] : [plural]))
    .toSorted(),
  verbs: composeVerbs,
})
