import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { locked } from '../lock.ts'
import { cacheFolder } from '../paths.ts'
import { stopwatch, type Report } from '../progress.ts'
import type { Program } from '../versions.ts'
import { download, runGo } from './go.ts'
import { keepCrds, prepare } from './recipe.ts'

/** Where a program lies once it is built. Core's name says what is different about it. */
export const builtPath = ({ name, version }: Program, cache = cacheFolder()): string =>
  join(cache, 'bin', `${name === 'crossplane' ? 'crossplane-loopback' : name}-${version}`)

/** The CRDs that core installs, beside its binary. */
export const crdsOf = (binary: string): string => `${binary}-crds`

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
  const known = await exists(target)
  if (!known)
    await locked(
      `${target}.lock`,
      wait,
      async () => void ((await exists(target)) || (await make(program, target, report, cache))),
    )
  return target
}

const make = async (program: Program, target: string, report: Report, cache: string): Promise<void> => {
  const text = `building ${program.name} ${program.version}`
  const folder = join(cache, 'build', `${program.name}-${program.version}`)
  const log = join(cache, 'logs', `build-${program.name}-${program.version}.log`)
  await rm(folder, { recursive: true, force: true })
  await rm(log, { force: true })
  for (const needed of [folder, join(cache, 'logs')]) await mkdir(needed, { recursive: true })
  const elapsed = stopwatch()
  report({ text: `${text}, once; this takes some minutes` })
  const ticks = setInterval(() => report({ text, seconds: elapsed() }), 30_000)
  try {
    const source = await download(program, folder, log)
    const { linkerFlags, package: main } = await prepare(program, source, folder)
    const linker = ['-s', '-w', ...linkerFlags].join(' ')
    await runGo(['build', '-trimpath', '-ldflags', linker, '-o', `${target}.partial`, main], folder, log)
    if (program.name === 'crossplane') await keepCrds(source, crdsOf(target))
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

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
