import { clouds, type Cloud } from '../clouds.ts'
import { composedResources } from '../resources.ts'

/** One rule of a ClusterRole. */
export type Rule = {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}

export const readVerbs = ['get', 'list', 'watch'] as const

/** What Crossplane does with a composed object; it checks for just these before it watches the kind. */
export const composeVerbs = [...readVerbs, 'create', 'update', 'patch', 'delete'] as const

/**
 * What Crossplane must be granted to compose on a cloud: nothing where all is its own or a provider's. The status is part of it
 * because Crossplane, when anything refuses an object, asks for its rights to the last of the kind's resources, which is the status,
 * and blames missing rights in the claim when it has none: of a quota that is used up, for example.
 */
export const composeRights = (cloud: Cloud): readonly Rule[] =>
  clouds[cloud].clusterGroups.map(group => ({
    apiGroups: [group],
    resources: composedResources()
      .filter(resource => resource.group === group)
      .flatMap(({ plural, hasStatus }) => (hasStatus ? [plural, `${plural}/status`] : [plural]))
      .toSorted(),
    verbs: composeVerbs,
  }))
