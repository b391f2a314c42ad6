import * as Type from 'typebox'
import type { Static } from 'typebox'
import { providers } from './blocks/placement.ts'
import { choice, text } from './blocks/values.ts'

/** The API version of the Composition step's input. */
export const inputApiVersion = 'function.roadbed.dev/v1alpha1'
export const inputKind = 'Input'

/** What a Composition says to the function. */
export const input = Type.Object(
  {
    apiVersion: text(64, { description: 'The version of this object.', pattern: `^${inputApiVersion}$` }),
    kind: text(64, { description: 'The kind of this object.', pattern: `^${inputKind}$` }),
    behaviour: Type.Integer({ minimum: 1 }),
    provider: Type.Optional(choice(providers, { description: 'Pins the Composition to one provider.' })),
  },
  { additionalProperties: false },
)

export type Input = Static<typeof input>
