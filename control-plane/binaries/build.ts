import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { locked } from '../lock.ts'
import { cacheFolder } from '../paths.ts'
import { stopwatch, type Report } from '../progress.ts'
import type { Program } from '../versions.ts'
import { compile, download } from './go.ts'
import { boundFiles } from './loopback.ts'
import { keep, keptFolders, prepare } from './recipe.ts'

/**
 * Where a program lies once it is built. Core's name ends in what is different about it, so that one that an earlier Roadbed has built
 * in another way is not taken for ours.
 */
export const builtPath = ({ name, version }: Program, cache = cacheFolder()): string =>
  join(cache, 'bin', name === 'crossplane' ? `${name}-${version}-loopback-${coreRecipe}` : `${name}-${version}`)

const coreRecipe = createHash('sha256')
  .update(JSON.stringify([boundFiles.map(({ changes }) => changes), keptFolders]))
  .digest('hex')
  .slice(0, 8)

/** The CRDs that core installs, beside its binary. */
export const crdsOf = (binary: string): string => `${binary}-crds`

/** The templates of core's Helm chart, beside its binary. */
export const chartOf = (binary: string): string => `${binary}-chart`

/**
 * Builds a program from its pinned module, unless that has been done. Two that want the same one wait for each other, and what
 * lies at its path is always whole.
 *
 * @throws a sentence for the user, with the log's name
 */
export const build = async (program: Program, report: Report, cache = cacheFolder()): Promise<string> => {
  const target = builtPath(program, cache)
  const about = `${program.name} ${program.version}`
  const wait = (holder: number) => report({ text: `waiting for process ${holder}, which is building ${about}` })
  if (!existsSync(target))
    await locked(
      `${target}.lock`,
      wait,
      async () => void (existsSync(target) || (await make(program, target, report, cache))),
    )
  return target
}

const make = async (program: Program, target: string, report: Report, cache: string): Promise<void> => {
  const text = `building ${program.name} ${program.version}`
  const folder = join(cache, 'build', basename(target))
  const log = join(cache, 'logs', `build-${basename(target)}.log`)
  await rm(folder, { recursive: true, force: true })
  await rm(log, { force: true })
  for (const needed of [folder, join(cache, 'logs')]) await mkdir(needed, { recursive: true })
  const elapsed = stopwatch()
  report({ text: `${text}, once; this takes some minutes` })
  const ticks = setInterval(() => report({ text, seconds: elapsed() }), 30_000)
  try {
    const source = await download(program, folder, log)
    const { linkerFlags, package: main } = await prepare(program, source, folder)
    await compile({ main, target: `${target}.partial`, linkerFlags }, folder, log)
    if (program.name === 'crossplane') {
      await keep(source, 'crds', crdsOf(target))
      await keep(source, 'chart', chartOf(target))
    }
    await rename(`${target}.partial`, target)
  } catch (error) {
    throw new Error(`${program.name} ${program.version} could not be built: ${sentence(error, cache)}`, {
      cause: error,
    })
  } finally {
    clearInterval(ticks)
    await rm(`${target}.partial`, { force: true })
    await rm(folder, { recursive: true, force: true })
  }
  report({ text: `built ${program.name} ${program.version}`, seconds: elapsed() })
}

const sentence = (error: unknown, cache: string): string => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return `the disk that holds ${cache} is full`
  return error instanceof Error ? error.message : String(error)
}
