import * as Type from 'typebox'
import type { Static } from 'typebox'
import { providers } from '../../apis/blocks/placement.ts'
import { choice, text } from '../../apis/blocks/values.ts'
import { refuse } from '../runtime/errors.ts'
import type { JsonObject } from '../runtime/json.ts'
import { refused, type Outcome } from '../runtime/result.ts'
import { shapeOf } from './shape.ts'

/** The API version of the Composition step's input. */
export const inputApiVersion = 'function.roadbed.dev/v1alpha1'
export const inputKind = 'Input'

/** The behaviours that this function has: a pinned CompositionRevision keeps the one that it names. */
export const behaviours = { oldest: 1, newest: 1 } as const

const inputSchema = Type.Object(
  {
    apiVersion: text(64, { description: 'The version of this object.', pattern: `^${inputApiVersion}$` }),
    kind: text(64, { description: 'The kind of this object.', pattern: `^${inputKind}$` }),
    behaviour: Type.Integer({ minimum: 1 }),
    provider: Type.Optional(choice(providers, { description: 'Pins the Composition to one provider.' })),
  },
  { additionalProperties: false },
)

export type Input = Static<typeof inputSchema>

const shape = shapeOf(inputSchema, 'InvalidInput')

/** What the Composition says to its function: which behaviour, and whether it is pinned to a provider. */
export const parseInput = (input: JsonObject): Outcome<Input> => {
  const root = 'Composition spec.pipeline[].input'
  const parsed = shape(input, root)
  if (!parsed.ok) return parsed
  const { behaviour } = parsed.value
  if (behaviour >= behaviours.oldest && behaviour <= behaviours.newest) return parsed
  const has = `this function has behaviour ${behaviours.oldest} to ${behaviours.newest}`
  return refused(refuse('UnsupportedBehaviour', `${root}.behaviour`, `${behaviour} is asked for; ${has}`))
}
