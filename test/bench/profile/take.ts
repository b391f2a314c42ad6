import { readdir, readFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ours } from '../servers/ours.ts'
import { start, type Bench } from '../servers/server.ts'
import { sharesOf, type CpuProfile, type Locate, type Shares } from './shares.ts'

interface Workload {
  readonly size: string
  readonly requests: string
  readonly withSets: boolean
}

const warmUp = 3

/** Calls our server for some seconds under V8's sampling profiler and tells where its time went. */
export const profile = async (
  bench: Bench,
  { size, requests, withSets }: Workload,
  seconds: number,
): Promise<Shares> => {
  const folder = join(bench.folder, `profile-${size}`)
  const profiles = join(folder, 'profiles')
  const running = await start(
    bench,
    await ours(join(folder, 'server'), { name: `profiled-${size}`, withSets, profiles }),
    requests,
  )
  await running.load.run({ folder: requests, streams: 16, seconds: warmUp + seconds })
  // The profile is written when the server ends.
  await running.stop()
  const [file] = await readdir(profiles)
  if (file === undefined) throw new Error('the server has written no profile')
  const taken = JSON.parse(await readFile(join(profiles, file), 'utf8')) as CpuProfile
  return sharesOf(taken, await locator(taken), warmUp)
}

/** Finds the source files of a bundle that has its source map at its end. */
const locator = async ({ nodes }: CpuProfile): Promise<Locate> => {
  const bundle = nodes.map(({ callFrame }) => callFrame.url).find(url => /\/main\.[cm]?js$/.test(url))
  if (bundle === undefined) throw new Error('the profile has nothing of the bundle')
  // What is loaded by `require` has a path, what is imported a URL.
  const code = await readFile(bundle.startsWith('file:') ? fileURLToPath(bundle) : bundle, 'utf8')
  const [, encoded = ''] = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/.exec(code) ?? []
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()) as never)
  return (url, line, column) => {
    if (url !== bundle) return undefined
    const entry = map.findEntry(line, column)
    return 'originalSource' in entry ? entry.originalSource : undefined
  }
}
