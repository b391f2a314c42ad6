import { availabilities } from '../../apis/blocks/availability.ts'
import { surroundings, type SurroundingsSpec } from '../../apis/environment/surroundings.ts'
import { apiVersion } from '../../apis/group.ts'
import { environmentTypes, type EnvironmentType } from '../../apis/platform/classes.ts'
import type { Observed } from '../runtime/observed.ts'
import type { ResourceSelector } from '../runtime/protocol.ts'
import { objectAt, textAt } from '../runtime/read.ts'
import { oncePer } from '../runtime/remember.ts'
import { map, ok, type Outcome } from '../runtime/result.ts'
import type { Readable } from '../runtime/unread.ts'
import { shapeOf } from './shape.ts'

/** The requirement under which the XEnvironment of a claim's namespace is fetched. */
export const environmentRequirement = 'environment'

/** Asks for the XEnvironment whose name is the claim's namespace. It applies to every claim there, whoever made either. */
export const environmentCheck = ({ claim }: Observed): readonly [string, ResourceSelector] => [
  environmentRequirement,
  { apiVersion, kind: 'XEnvironment', matchName: claim.namespace },
]

/** What the XEnvironment that a claim is in says to it. */
export interface Surroundings extends Omit<SurroundingsSpec, 'type'> {
  /** `undefined` where there is no XEnvironment, and the platform's own type holds. */
  readonly type: EnvironmentType | undefined
  /** Whether there is one; `undefined` while that has not been looked at. */
  readonly isThere: boolean | undefined
  /** Whether it sleeps. */
  readonly asleep: boolean
}

const nowhere: Surroundings = { type: undefined, isThere: false, asleep: false }

const shape = shapeOf(surroundings, 'InvalidPlatform')

/** The server hands out the same object for the same version of an environment. */
const read = oncePer((environment: Readable): Outcome<Surroundings> =>
  map(
    shape(objectAt(environment, 'spec'), `XEnvironment/${textAt(environment, 'metadata', 'name') ?? ''} spec`),
    ({ type = 'Development', placement = {}, defaults = {}, providers = {}, networking = {}, podSecurity = {} }) => ({
      type,
      placement,
      defaults,
      providers,
      networking,
      podSecurity,
      isThere: true,
      asleep: textAt(environment, 'status', 'state') === 'Suspended',
    }),
  ),
)

/**
 * Where there is none, it says nothing. While it is not fetched, what it has said stays, as the claim's status tells: nothing loses a
 * standby or its protection because something was not looked at.
 */
export const surroundingsOf = (observed: Observed): Outcome<Surroundings> => {
  const found = observed.required(environmentRequirement)
  if (!found) return ok(recorded(observed.claim.status))
  return found[0] ? read(found[0]) : ok(nowhere)
}

const recorded = (status: Readable): Surroundings => {
  const [type, availability] = [textAt(status, 'effective', 'environment'), textAt(status, 'effective', 'availability')]
  const backupPolicy = textAt(status, 'backup', 'policy')
  const known = availabilities.find(name => name === availability)
  return {
    type: environmentTypes.find(name => name === type),
    isThere: undefined,
    asleep: ['Stopped', 'Suspended'].includes(textAt(status, 'effective', 'state') ?? ''),
    defaults: { ...(known && { availability: known }), ...(backupPolicy && { backupPolicy }) },
  }
}
