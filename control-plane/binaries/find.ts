import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Report } from '../progress.ts'
import type { Program } from '../versions.ts'
import { build } from './build.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The path of a program: from `KUBEBUILDER_ASSETS` as it is, from the PATH if it has exactly the pinned version, otherwise
 * built. Core is always built: the published one can't be kept to loopback.
 *
 * @throws a sentence for the user
 */
export const findOrBuild = async (
  program: Program,
  report: Report,
  environment: Environment = process.env,
): Promise<string> => (await find(program, environment)) ?? build(program, report)

/** A ready-made one; `undefined` when there is none that may be used. */
export const find = async (program: Program, environment: Environment): Promise<string | undefined> => {
  if (program.name === 'crossplane') return undefined
  const assets = environment['KUBEBUILDER_ASSETS']
  const given = assets ? join(assets, program.name) : undefined
  if (given && (await isExecutable(given))) return given
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter(part => part !== '')) {
    const path = join(folder, program.name)
    if ((await isExecutable(path)) && (await versionOf(path, program)) === program.version) return path
  }
  return undefined
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

const versionOf = async (path: string, { name }: Program): Promise<string | undefined> => {
  const args = name === 'kubectl' ? ['version', '--client'] : ['--version']
  try {
    const { stdout } = await promisify(execFile)(path, args, { timeout: 10_000 })
    const version = /(?:etcd Version:|Kubernetes|Client Version:) v?(\d+\.\d+\.\d+)\s/.exec(`${stdout}\n`)?.[1]
    return version && `v${version}`
  } catch {
    return undefined
  }
}
