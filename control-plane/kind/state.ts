import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { readIfThere, writeWhole } from '../files.ts'
import type { Folders } from '../state.ts'
import { crossplaneVersions } from '../versions.ts'
import { kindFile } from './paths.ts'

const schema = Type.Object({
  crossplane: Type.Enum([...crossplaneVersions]),
  /** How many seconds a second of the stand-in providers takes. */
  pace: Type.Number({ minimum: 0 }),
  /** Whether the cluster is whole: an `up` that is killed leaves a part of one. */
  whole: Type.Boolean(),
  /** The image that was last given to the node. */
  image: Type.Optional(Type.String()),
})

/** What a control plane in kind keeps between two `up`. */
export type KindState = Readonly<Static<typeof schema>>

/** `undefined` where kind does not run it. What can't be read counts as a cluster that is not whole. */
export const readKind = (folders: Folders): Partial<KindState> | undefined => {
  const text = readIfThere(kindFile(folders))
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(schema, value) ? value : {}
  } catch {
    return {}
  }
}

export const writeKind = (folders: Folders, state: KindState): void =>
  writeWhole(kindFile(folders), `${JSON.stringify(state, null, 2)}\n`)
