import { environmentSpec, type EnvironmentSpec } from '../../../apis/environment/schema.ts'
import { apiVersion } from '../../../apis/group.ts'
import { refuse } from '../../runtime/errors.ts'
import type { Observed } from '../../runtime/observed.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { objectAt } from '../../runtime/read.ts'
import { waiting, type Plan } from '../../runtime/plan.ts'
import { oncePer } from '../../runtime/remember.ts'
import { ok, refused, unless, type Outcome } from '../../runtime/result.ts'
import type { Readable } from '../../runtime/unread.ts'
import { shapeOf } from '../../settings/shape.ts'
import { consentRefusals } from './consent.ts'
import type { Environment } from './environment.ts'
import type { EnvironmentKey } from './keys.ts'
import { takenOver, type Cloned } from './take-over.ts'

const sourceRequirement = 'source'

/** Asks for the environment that this one is made after. It is watched: a clone follows it. */
export const sourceCheck = ({ cloneFrom }: EnvironmentSpec): readonly (readonly [string, ResourceSelector])[] =>
  cloneFrom ? [[sourceRequirement, { apiVersion, kind: 'XEnvironment', matchName: cloneFrom.environment }]] : []

/** An environment that is made after no other. */
export const alone = (spec: EnvironmentSpec): Cloned => ({ spec, taken: [], unseeded: [], awaited: false })

export const cloned = (own: EnvironmentSpec, observed: Observed): Outcome<Cloned> => {
  const { cloneFrom } = own
  if (!cloneFrom) return ok(alone(own))
  const { environment: name } = cloneFrom
  if (name === observed.claim.name) return wrong('InvalidCombination', 'it can’t be made after itself')
  const found = observed.required(sourceRequirement)
  if (!found) return ok({ ...alone(own), awaited: true })
  const [source] = found
  if (!source)
    return wrong(
      'UnknownEnvironment',
      `there is no XEnvironment "${name}". What is here stays as it is: write into this one what it is to keep, and take cloneFrom out`,
    )
  const read = specOf(source)
  if (!read.ok) return read
  if (read.value.cloneFrom)
    return wrong(
      'InvalidCombination',
      `"${name}" is itself made after "${read.value.cloneFrom.environment}": name that one`,
    )
  return unless(consentRefusals(own, read.value, observed), () => takenOver(own, read.value))
}

/** The plan until it is known what is to be here: all that is stays as it is. */
export const untilKnown = ({ observed }: Environment): Plan<EnvironmentKey> =>
  Object.fromEntries(
    ['namespace', ...observed.keys].map(key => [key, waiting('the environment in cloneFrom', 'it is not known yet')]),
  )

const wrong = (code: 'InvalidCombination' | 'UnknownEnvironment', message: string) =>
  refused(refuse(code, 'spec.cloneFrom.environment', message))

const shape = shapeOf(environmentSpec, 'InvalidPlatform')

const specOf = oncePer((source: Readable) => shape(objectAt(source, 'spec'), 'XEnvironment spec.cloneFrom'))
