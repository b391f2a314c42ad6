import type { Provider } from '../../../apis/blocks/placement.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import type { Setting } from '../../settings/setting.ts'
import type { Bounds, Choices } from './capabilities.ts'
import type { Deviation } from '../report.ts'

/** A value that holds, with what has to be said about it. */
export interface Decision<T> {
  readonly value: T
  readonly refusals?: readonly Refusal[]
  readonly deviations?: readonly Deviation[]
}

/** What was asked for is refused when the provider has no such thing; a default falls back, and the status says so. */
export const decideChoice = <T extends string>(
  { field, offered }: Choices<T>,
  provider: Provider,
  { value, from }: Setting<T>,
): Decision<T> => {
  const values = offered[provider]
  if (values.includes(value)) return { value }
  if (from === 'claim') return { value, refusals: [unsupported(field, provider, value, values)] }
  const fallback = values[0] ?? value
  return {
    value: fallback,
    deviations: [{ field, reason: `${provider} has no ${value}, which is the ${from} default: ${fallback} it is` }],
  }
}

export const decideNumber = (
  { field, bounds }: Bounds,
  provider: Provider,
  { value, from }: Setting<number>,
): Decision<number> => {
  const [least, most] = bounds[provider]
  const nearest = Math.min(most, Math.max(least, value))
  if (nearest === value) return { value }
  const range = least === most ? `${least}` : `${least} to ${most}`
  if (from === 'claim') return { value, refusals: [unsupported(field, provider, String(value), [range])] }
  return {
    value: nearest,
    deviations: [{ field, reason: `${provider} allows ${range}; the ${from} default is ${value}` }],
  }
}

/** The refusal for something that a provider does not offer; it tells what the provider does offer. */
export const unsupported = (field: string, provider: Provider, asked: string, offered: readonly string[]): Refusal => {
  const instead =
    offered.length > 0 ? `${provider} offers ${offered.join(', ')}` : `${provider} offers none: leave it out`
  return refuse('UnsupportedByProvider', field, `${asked}; ${instead}`)
}
