import type { EnvironmentDefaults, EnvironmentType } from '../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import * as builtIn from './built-in.ts'

/** Whether what is in an environment of this type is meant to stay as it is until somebody changes it. */
export const isLasting = (type: EnvironmentType): boolean => type === 'Production' || type === 'Staging'

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
