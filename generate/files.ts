import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A generated file: its path from the repository's root, and its text. */
export interface File {
  readonly path: string
  readonly text: string
}

/** The files that are missing or differ from what would be generated now. */
export const stale = (files: readonly File[], root: string): readonly string[] =>
  files.filter(({ path, text }) => !sameText(join(root, path), text)).map(({ path }) => path)

/** Writes what has changed and tells which files that were. */
export const write = (files: readonly File[], root: string): readonly string[] => {
  const changed = stale(files, root)
  for (const { path, text } of files.filter(file => changed.includes(file.path))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return changed
}

const sameText = (path: string, text: string): boolean => existsSync(path) && readFileSync(path, 'utf8') === text
