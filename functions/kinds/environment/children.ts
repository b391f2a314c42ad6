import { apiVersion } from '../../../apis/group.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { textAt } from '../../runtime/read.ts'
import { childrenWanted, families, madeChild, type Child, type Family } from './child.ts'
import type { Environment } from './environment.ts'

type Known = Pick<Child, 'family' | 'name'>

/** Which claim a key is of, and whether it is that itself, or the Usage that keeps the Namespace for it. */
export const childIn = (key: string): (Known & { readonly role: 'itself' | 'order' }) | undefined => {
  const [, order, family, name] = /^(order-)?([a-z]+)-(.+)$/.exec(key) ?? []
  if (!family || !name || !isFamily(family)) return undefined
  return { family, name, role: order ? 'order' : 'itself' }
}

const isFamily = (name: string): name is Family => Object.hasOwn(families, name)

/** Under which name a child is required: the same as its key. */
const requirementOf = ({ family, name }: Known): string => `${family}-${name}`

/** All that its spec names, and all that was made before and is still there, or is still held. */
const childrenOf = (environment: Environment): readonly Known[] => {
  const made = environment.observed.keys.flatMap(key => childIn(key) ?? [])
  const all: readonly Known[] = [...childrenWanted(environment), ...made]
  return [...new Map(all.map(child => [requirementOf(child), child])).values()]
}

/** Asks for every child, to see when it is gone: what was dropped from a plan is not observed any more, though it may still be there. */
export const childChecks = (environment: Environment): readonly (readonly [string, ResourceSelector])[] =>
  childrenOf(environment).map(child => [
    requirementOf(child),
    { apiVersion, kind: families[child.family].kind, matchName: child.name, namespace: environment.name },
  ])

/** The names of those that are there, or of which that is not known yet. */
export const childrenLeft = (environment: Environment): readonly string[] =>
  childrenOf(environment)
    .filter(child => environment.observed.required(requirementOf(child))?.length !== 0)
    .map(({ name }) => name)

/** Crossplane's own mark on what a Usage protects. */
export const inUse = 'crossplane.io/in-use'

/** Whether a claim keeps itself from being deleted: by its own word, as it has been decided for it, or for a database that goes with it. */
export const isProtected = (environment: Environment, child: Known): boolean => {
  const wanted = childrenWanted(environment).find(one => one.family === child.family && one.name === child.name)
  const made = madeChild(environment.observed, child)
  return (
    textAt(wanted?.spec, 'deletion', 'protection') === 'Enabled' ||
    textAt(made, 'status', 'effective', 'deletion', 'protection') === 'Enabled' ||
    (child.family === 'service' && textAt(made, 'metadata', 'labels', inUse) === 'true')
  )
}
