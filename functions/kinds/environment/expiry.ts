import { keyKind } from '../../runtime/keys.ts'
import { released, waiting, type Entry, type Plan } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import { childIn, childrenLeft, inUse, isProtected } from './children.ts'
import type { Environment } from './environment.ts'
import { keys, type EnvironmentKey } from './keys.ts'
import { isSeedKey } from './seed/seed.ts'

/** What else must not go: a protected claim, which marks the environment, whoever made it; and what still holds the Namespace. */
const heldBy = ({ claim, observed }: Environment): string | undefined => {
  if (textAt(claim.labels, inUse) === 'true') return 'a protected claim'
  const namespace = observed.composed('namespace')?.resource
  return textAt(namespace, 'metadata', 'labels', inUse) === 'true' ? 'what uses the Namespace' : undefined
}

/**
 * The plan of an environment whose time is over. What it is made of goes, in the order in which it goes when an environment is deleted:
 * its claims, then what held the Namespace for them, then the Namespace and the rest. Each step waits until the one before is seen
 * to be done, and what waits stays as it is. A protected database stays, a developer's own as well, and with it all that it needs.
 */
export const expiredPlan = (environment: Environment): Plan<EnvironmentKey> => {
  const left = childrenLeft(environment)
  const before = left[0] ?? heldBy(environment)
  const entryFor = (key: string): Entry => {
    // Its own, which is Disabled: else its time would not be over.
    if (key === 'protection') return gone
    // What is still being loaded into a database that goes.
    if (isSeedKey(key)) return gone
    const child = childIn(key)
    if (child?.role === 'itself') return isProtected(environment, child) ? held : gone
    if (child?.role === 'order') return left.includes(child.name) ? waiting(child.name, 'it goes first') : gone
    return before === undefined ? gone : waiting(before, 'it goes first')
  }
  // What another step of the pipeline composes is that one's to take away.
  const own = environment.observed.keys.filter(key => keyKind(keys, key) !== undefined)
  return Object.fromEntries(own.map(key => [key, entryFor(key)]))
}

const gone = released('the environment’s time is over')

const held = waiting('its protection', 'deletion.protection is Enabled: it stays until that is Disabled')
