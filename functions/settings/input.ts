import { input, type Input } from '../../apis/input.ts'
import { refuse } from '../runtime/errors.ts'
import type { JsonObject } from '../runtime/json.ts'
import { refused, type Outcome } from '../runtime/result.ts'
import { shapeOf } from './shape.ts'

/** The behaviours that this function has: a pinned CompositionRevision keeps the one that it names. */
export const behaviours = { oldest: 1, newest: 1 } as const

const shape = shapeOf(input, 'InvalidInput')

/** What the Composition says to its function: which behaviour, and whether it is pinned to a provider. */
export const parseInput = (given: JsonObject): Outcome<Input> => {
  const root = 'Composition spec.pipeline[].input'
  const parsed = shape(given, root)
  if (!parsed.ok) return parsed
  const { behaviour } = parsed.value
  if (behaviour >= behaviours.oldest && behaviour <= behaviours.newest) return parsed
  const has = `this function has behaviour ${behaviours.oldest} to ${behaviours.newest}`
  return refused(refuse('UnsupportedBehaviour', `${root}.behaviour`, `${behaviour} is asked for; ${has}`))
}
