import { apiVersion } from '../../apis/group.ts'
import {
  environmentTypes as types,
  type EnvironmentDefaults,
  type EnvironmentType,
} from '../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse } from '../runtime/errors.ts'
import type { Observed } from '../runtime/observed.ts'
import type { ResourceSelector } from '../runtime/protocol.ts'
import { textAt } from '../runtime/read.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'
import * as builtIn from './built-in.ts'

/** The requirement under which the XEnvironment of a claim's namespace is fetched. */
export const environmentRequirement = 'environment'

/** Asks for the XEnvironment whose name is the claim's namespace. It applies to every claim there, whoever made either. */
export const environmentCheck = ({ claim }: Observed): readonly [string, ResourceSelector] => [
  environmentRequirement,
  { apiVersion, kind: 'XEnvironment', matchName: claim.namespace },
]

/**
 * The type of the XEnvironment that a claim is in; `undefined` where there is none, and the platform's own holds. While it is not fetched,
 * what the claim's status tells stays: nothing loses its protection because something was not looked at.
 */
export const environmentTypeFor = (observed: Observed): Outcome<EnvironmentType | undefined> => {
  const { claim } = observed
  const found = observed.required(environmentRequirement)
  if (!found) return ok(known(textAt(claim.status, 'effective', 'environment')))
  if (!found[0]) return ok(undefined)
  const type = textAt(found[0], 'spec', 'type')
  if (type === undefined || known(type)) return ok(known(type ?? 'Development'))
  return refused(
    refuse(
      'InvalidPlatform',
      `XEnvironment/${claim.namespace} spec.type`,
      `"${type}" is not one of ${types.join(', ')}`,
    ),
  )
}

/** Whether the XEnvironment that a claim is in sleeps. While it is not fetched, a claim that was stopped stays so. */
export const environmentSleeps = (observed: Observed): boolean => {
  const found = observed.required(environmentRequirement)
  const told = found ? textAt(found[0], 'status', 'state') : textAt(observed.claim.status, 'effective', 'state')
  return told === 'Suspended' || told === 'Stopped'
}

const known = (type: string | undefined): EnvironmentType | undefined => types.find(name => name === type)

/** What a claim gets for the environment that it is in. */
export interface Environment {
  readonly type: EnvironmentType
  /** What the platform team has declared for the type. */
  readonly declared: Omit<EnvironmentDefaults, 'name'>
  /** What holds where it has declared nothing. */
  readonly builtIn: (typeof builtIn.environmentDefaults)[EnvironmentType]
}

/** The environment of a type; where nothing says which, of the platform's. */
export const environmentOf = (
  { environmentType = 'Development', environmentTypes = [] }: PlatformSpec,
  type: EnvironmentType = environmentType,
): Environment => ({
  type,
  declared: environmentTypes.find(({ name }) => name === type) ?? {},
  builtIn: builtIn.environmentDefaults[type],
})
