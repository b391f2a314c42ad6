import { apiVersion } from '../../../apis/group.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { textAt } from '../../runtime/read.ts'
import type { Environment } from './environment.ts'

/** The claims that are made with an environment: by the family of their keys, what they are. */
const families = { database: 'XDatabase' } as const
type Family = keyof typeof families

interface Child {
  readonly family: Family
  readonly name: string
}

/** Which claim a key is of, and whether it is that itself, or the Usage that keeps the Namespace for it. */
export const childOf = (key: string): (Child & { readonly role: 'itself' | 'order' }) | undefined => {
  const [, order, family, name] = /^(order-)?([a-z]+)-(.+)$/.exec(key) ?? []
  if (!family || !name || !isFamily(family)) return undefined
  return { family, name, role: order ? 'order' : 'itself' }
}

const isFamily = (name: string): name is Family => Object.hasOwn(families, name)

/** Under which name a child is required: the same as its key. */
const requirementOf = ({ family, name }: Child): string => `${family}-${name}`

/** All that its spec names, and all that was made before and is still there, or is still held. */
const childrenOf = ({ databases, observed }: Environment): readonly Child[] => {
  const named = databases.map(({ name }): Child => ({ family: 'database', name }))
  const all = [...named, ...observed.keys.flatMap(key => childOf(key) ?? [])]
  return [...new Map(all.map(child => [requirementOf(child), child])).values()]
}

/** Asks for every child, to see when it is gone: what was dropped from a plan is not observed any more, though it may still be there. */
export const childChecks = (environment: Environment): readonly (readonly [string, ResourceSelector])[] =>
  childrenOf(environment).map(child => [
    requirementOf(child),
    { apiVersion, kind: families[child.family], matchName: child.name, namespace: environment.name },
  ])

/** The names of those that are there, or of which that is not known yet. */
export const childrenLeft = (environment: Environment): readonly string[] =>
  childrenOf(environment)
    .filter(child => environment.observed.required(requirementOf(child))?.length !== 0)
    .map(({ name }) => name)

/** Whether a database keeps itself from being deleted: by its own word, or as it has been decided for it. */
export const isProtected = ({ databases, observed }: Environment, name: string): boolean =>
  databases.find(item => item.name === name)?.spec?.deletion?.protection === 'Enabled' ||
  textAt(observed.composed(`database-${name}`)?.resource, 'status', 'effective', 'deletion', 'protection') === 'Enabled'
