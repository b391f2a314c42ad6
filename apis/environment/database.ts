import * as Type from 'typebox'
import type { Static } from 'typebox'
import { label } from '../blocks/values.ts'
import { inlineDatabase } from '../database/inline.ts'
import { seed } from './seed.ts'

/** An XDatabase that is made with its environment. */
export const environmentDatabase = Type.Object({
  name: label({
    description: 'The XDatabase’s name. Its connection Secret is <name>-conn. Renaming makes another one.',
  }),
  spec: Type.Optional(inlineDatabase),
  seed: Type.Optional(seed),
})

export type EnvironmentDatabase = Static<typeof environmentDatabase>
