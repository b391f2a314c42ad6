import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { libraryPathsOf } from './function/libraries.ts'
import { nodeProgram, root } from './root.ts'

/** What packages are built from, in the repository's folder. A test builds them where nothing else is. */
export const sources = [
  'apis',
  'cli',
  'compositions',
  'examples',
  'functions',
  'generate',
  'packages',
  'simulator',
  'LICENSE',
  'NOTICE',
  'package.json',
  'tsconfig.json',
] as const

/**
 * A digest of all that packages are made of: the sources, what npm has installed, Node, and the machine's libraries that go in. The same
 * digest gives the same packages. `undefined` where npm does not say what it has installed, and where there is no Linux: nothing can be
 * built there.
 */
export const sourcesDigest = (folder: string = root, os: string = process.platform): string | undefined => {
  if (os !== 'linux') return undefined
  const hash = createHash('sha256')
  try {
    hash.update(readFileSync(join(folder, 'node_modules', '.package-lock.json')))
  } catch {
    return undefined
  }
  hash.update(`${process.version} ${process.arch}\n`)
  for (const path of [nodeProgram, ...libraryPathsOf(nodeProgram)]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  for (const path of sources.flatMap(source => filesIn(folder, source))) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

const filesIn = (folder: string, path: string): readonly string[] =>
  statSync(join(folder, path)).isDirectory()
    ? readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .toSorted()
    : [path]
