import type { Refusal } from './errors.ts'

/** A value, or every reason why there is none. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] }

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (...refusals: readonly Refusal[]): Outcome<never> => ({ ok: false, refusals })

/** Every reason why there is no value. */
export const refusalsIn = (outcome: Outcome<unknown>): readonly Refusal[] => (outcome.ok ? [] : outcome.refusals)

/** The value, or something to go on with, so that all that is wrong is told at once. */
export const orElse = <T>(outcome: Outcome<T>, otherwise: T): T => (outcome.ok ? outcome.value : otherwise)

/** The value when there is nothing to refuse. */
export const unless = <T>(refusals: readonly Refusal[], value: () => T): Outcome<T> =>
  refusals.length > 0 ? refused(...refusals) : ok(value())

export const map = <T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> =>
  outcome.ok ? ok(change(outcome.value)) : outcome
