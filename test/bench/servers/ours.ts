import type { Plugin } from 'esbuild'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeEntries } from '../../../packages/files.ts'
import { bundleFunction } from '../../../packages/function/bundle.ts'
import { functionFiles, runtimeConfig } from '../../../packages/function/root-file-system.ts'
import { root } from '../../../packages/root.ts'
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
  await writeEntries(folder, await functionFiles())
  const [node, ...args] = runtimeConfig.Entrypoint
  const inFolder = args.map(arg => (arg.startsWith('/') ? join(folder, arg) : arg))
  const main = inFolder.find(arg => /\.[cm]?js$/.test(arg))
  if (node === undefined || main === undefined) throw new Error('the image does not start a program of Node')
  if (withSets || profiles !== undefined) {
    const { code } = await bundleFunction({ plugins: withSets ? [benchKinds] : [], sourceMap: profiles !== undefined })
    await writeFile(main, code)
  }
  if (profiles !== undefined) await mkdir(profiles, { recursive: true })
  return {
    name,
    command: (port, certificates) => [
      join(root, 'node_modules/node/bin/node'),
      ...(profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`, '--cpu-prof-interval=200']),
      ...inFolder,
      `--tls-certs-dir=${certificates}`,
      `--address=127.0.0.1:${port}`,
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

const benchKinds: Plugin = {
  name: 'bench-kinds',
  setup: build => {
    build.onResolve({ filter: /^\.\/kinds\/index\.ts$/ }, () => ({
      path: join(root, 'test/bench/workload/bench-kinds.ts'),
    }))
  },
}
