import { statSync } from 'node:fs'
import { readArchive, type PackageArchive } from '../../packages/image/archive.ts'

const known = new Map<string, { readonly written: number; readonly archive: Promise<PackageArchive> }>()

/** A package file, read once as long as it is not written anew: a registry is asked for each of its layers. */
export const archiveOf = (file: string): Promise<PackageArchive> => {
  const written = statSync(file).mtimeMs
  const before = known.get(file)
  if (before?.written === written) return before.archive
  const archive = readArchive(file)
  known.set(file, { written, archive })
  archive.catch(() => known.delete(file))
  return archive
}
