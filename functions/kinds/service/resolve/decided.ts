import type { Integrations } from '../../../../apis/platform/integrations.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { Deviation } from '../../report.ts'

/** What was decided, why it can't be had, and what happens instead. */
export interface Decided<T> {
  readonly value: T
  readonly refusals: readonly Refusal[]
  readonly deviations: readonly Deviation[]
}

export const can = <T>(value: T): Decided<T> => ({ value, refusals: [], deviations: [] })

export const cannot = (...refusals: readonly Refusal[]): Decided<undefined> => ({
  value: undefined,
  refusals,
  deviations: [],
})

/** Nothing, because nobody has asked for it. */
export const none: Decided<undefined> = can(undefined)

/** Nothing, where somebody has relied on a default. */
export const without = (field: string, reason: string): Decided<undefined> => ({
  ...none,
  deviations: [{ field, reason }],
})

/** Something that the claim asks for in so many words, and that the platform does not say that it has. */
export const missing = (integration: keyof Integrations, what: string, field: string): Decided<undefined> =>
  cannot(
    refuse(
      'MissingIntegration',
      `${platformPath}.integrations.${integration}`,
      `the platform does not say that it has ${what}; ${field} asks for it`,
    ),
  )
