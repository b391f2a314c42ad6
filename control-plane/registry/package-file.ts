import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { readIfThere } from '../files.ts'
import type { Folders } from '../state.ts'

const schema = Type.Object({
  kind: Type.Enum(['Function', 'Configuration']),
  /** The object's name. */
  name: Type.String(),
  /** Where it is published, with a host and without a tag. */
  published: Type.String(),
  tag: Type.String(),
  /** The .xpkg file. */
  file: Type.String(),
})

/** A package that was built, and how it is to be installed. */
export type PackageFile = Readonly<Static<typeof schema>>

/** Where `up` writes what the companion serves. */
export const packagesFile = ({ root }: Folders): string => join(root, 'packages.json')

/** What the companion serves now. */
export const offeredPackages = (folders: Folders): readonly PackageFile[] => {
  const value: unknown = JSON.parse(readIfThere(packagesFile(folders)) ?? '[]')
  return Value.Check(Type.Array(schema), value) ? value : []
}
