import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { file, type TarEntry } from '../archive/tar.ts'

/**
 * The shared libraries that a program needs, from this machine and at the paths where its loader looks for them. A
 * program that needs none gives none.
 */
export const librariesOf = (program: string): readonly TarEntry[] =>
  libraryPathsOf(program).map(path => file(path.slice(1), readFileSync(path), 0o755))

/** Where they are. */
export const libraryPathsOf = (program: string): readonly string[] =>
  parseLibraries(execFileSync('ldd', [program], { encoding: 'utf8' }))

/** The paths in what `ldd` prints. Throws when a library is missing here: the program would not start there either. */
export const parseLibraries = (listing: string): readonly string[] => {
  const lines = listing.split('\n').map(line => line.trim())
  const missing = lines.find(line => line.endsWith('not found'))
  if (missing) throw new Error(`a shared library is missing on this machine: ${missing}`)
  return lines.flatMap(line => line.match(/^(?:\S+ => )?(\/\S+) \(0x[0-9a-f]+\)$/)?.[1] ?? []).toSorted()
}
