import type { Plugin } from 'esbuild'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeEntries } from '../../../packages/files.ts'
import { functionFiles } from '../../../packages/function/root-file-system.ts'
import { runtimeConfig } from '../../../packages/function/runtime.ts'
import { nodeProgram, root } from '../../../packages/root.ts'
import type { ServerProgram } from './server.ts'

interface Options {
  readonly name: string
  /** Adds the benchmark's own kind; the product itself has none of it. */
  readonly withSets?: boolean
  /** The function's own flags. */
  readonly flags?: readonly string[]
  /** For profiles: puts a source map into the bundle, and has Node write a CPU profile into this folder. */
  readonly profiles?: string
}

/** The packaged function, unpacked into a folder and started as its image starts it. */
export const ours = async (
  folder: string,
  { name, withSets = false, flags = [], profiles }: Options,
): Promise<ServerProgram> => {
  await writeEntries(
    folder,
    await functionFiles({ plugins: withSets ? [benchKinds] : [], sourceMap: profiles !== undefined }),
  )
  const [, ...args] = runtimeConfig.Entrypoint
  const inFolder = args.map(arg => (arg.startsWith('/') ? join(folder, arg) : arg))
  if (profiles !== undefined) await mkdir(profiles, { recursive: true })
  return {
    name,
    command: (port, certificates) => [
      nodeProgram,
      ...(profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`, '--cpu-prof-interval=200']),
      ...inFolder,
      `--tls-certs-dir=${certificates}`,
      // At all addresses, as the image starts it: without a certificate of this run nobody is heard.
      `--address=:${port}`,
      '--metrics-address=127.0.0.1:0',
      ...flags,
    ],
    environment: Object.fromEntries(runtimeConfig.Env.map(variable => variable.split('=', 2))) as Record<
      string,
      string
    >,
  }
}

/** The function when it makes every answer anew, as for a claim that it has not been asked for lately. */
export const forgetful = ['--answer-cache-size=0'] as const

const benchKindsPath = join(root, 'test/bench/workload/bench-kinds.ts')

const benchKinds: Plugin = {
  name: 'bench-kinds',
  setup: build => {
    build.onResolve({ filter: /\/kinds\/index\.ts$/ }, ({ importer }) =>
      importer === benchKindsPath ? undefined : { path: benchKindsPath },
    )
  },
}
