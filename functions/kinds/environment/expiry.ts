import { released, waiting, type Entry, type Plan } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import { childOf, childrenLeft, isProtected } from './children.ts'
import type { Environment } from './environment.ts'
import type { EnvironmentKey } from './keys.ts'

/** Crossplane's own mark on what a Usage protects. */
const inUse = 'crossplane.io/in-use'

/**
 * The plan of an environment whose time is over. What it is made of goes, in the order in which it goes when an environment is deleted:
 * its claims, then what held the Namespace for them, then the Namespace and the rest. Each step waits until the one before is seen
 * to be done, and what waits stays as it is. A protected database stays, and with it all that it needs.
 */
export const expiredPlan = (environment: Environment): Plan<EnvironmentKey> => {
  const left = childrenLeft(environment)
  const used = textAt(environment.observed.composed('namespace')?.resource, 'metadata', 'labels', inUse) === 'true'
  const before = left[0] ?? (used ? 'what uses the Namespace' : undefined)
  const entryFor = (key: string): Entry => {
    const child = childOf(key)
    if (child?.role === 'itself') return isProtected(environment, child.name) ? held : gone
    if (child?.role === 'order') return left.includes(child.name) ? waiting(child.name, 'it goes first') : gone
    return before === undefined ? gone : waiting(before, 'it goes first')
  }
  return Object.fromEntries(environment.observed.keys.map(key => [key, entryFor(key)]))
}

const gone = released('the environment’s time is over')

const held = waiting('its protection', 'deletion.protection is Enabled: it stays until that is Disabled')
