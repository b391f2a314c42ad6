import * as Type from 'typebox'
import type { Static } from 'typebox'
import { label, rules } from '../blocks/values.ts'
import { begunOnce, inlineDatabase } from '../database/inline.ts'
import { seed } from './seed.ts'

/** An XDatabase that is made with its environment. */
export const environmentDatabase = Type.Object(
  {
    name: label({
      description: 'The XDatabase’s name. Its connection Secret is <name>-conn. Renaming makes another one.',
    }),
    spec: Type.Optional(inlineDatabase),
    seed: Type.Optional(seed),
  },
  rules(begunOnce),
)

export type EnvironmentDatabase = Static<typeof environmentDatabase>
