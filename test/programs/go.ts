import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { compile, download } from '../../control-plane/binaries/go.ts'
import { copyWritable } from '../../control-plane/files.ts'
import { root } from '../../packages/root.ts'
import { logOf, once, programsCache } from './once.ts'

/** Files by their paths in the folder where they are built. */
export type Files = Readonly<Record<string, string>>

interface GoProgram {
  readonly name: string
  /** What the program is made of: the same again is not built again. */
  readonly files: Files
  /** A folder that the files are written over, copied before. */
  readonly over?: string
  /** The folder in it that is the program. Default: all of it. */
  readonly main?: string
}

/** Builds a Go program in the cache and returns its path. @throws a sentence for the user */
export const buildGo = ({ name, files, over = '', main = '.' }: GoProgram): Promise<string> =>
  once(`${name}-${digest([over, files])}`, async (target, log) => {
    const folder = `${target}.build`
    await rm(folder, { recursive: true, force: true })
    if (over !== '') await copyWritable(over, folder)
    await writeFiles(folder, files)
    await compile({ main, target: `${target}.partial` }, folder, log)
    await rename(`${target}.partial`, target)
    await rm(folder, { recursive: true, force: true })
  })

/** Builds a program of the repository from its folder, by the modules that are pinned there. */
export const buildOwn = async (path: string): Promise<string> => {
  const folder = join(root, path)
  const names = await readdir(folder)
  const texts = await Promise.all(names.map(async name => [name, await readFile(join(folder, name), 'utf8')] as const))
  return buildGo({ name: basename(path), files: Object.fromEntries(texts) })
}

/** Where Go keeps a module. */
export const sourceOf = async (module: string, version: string): Promise<string> =>
  (await download({ module, version }, programsCache, await logOf('download'))).folder

const writeFiles = async (folder: string, files: Files): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)
