import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { compile } from '../../../control-plane/binaries/go.ts'
import { benchCache } from '../paths.ts'

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

/** Makes something in the cache that is not there yet; what is there is whole. */
export const once = async (name: string, make: (target: string, log: string) => Promise<void>): Promise<string> => {
  const target = join(benchCache, name)
  const known = await access(target).then(
    () => true,
    () => false,
  )
  if (known) return target
  const log = join(benchCache, 'logs', `${name}.log`)
  await mkdir(dirname(log), { recursive: true })
  await make(target, log)
  return target
}

export const writeFiles = async (folder: string, files: Files): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** What lies in Go's module cache is read-only, and would stay so. */
const copyWritable = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyWritable(source, target)
    else if (!entry.name.endsWith('_test.go')) await writeFile(target, await readFile(source))
  }
}

export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)
