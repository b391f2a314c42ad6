import { join } from 'node:path'
import { contest, memoryOf, type Contender } from './contest.ts'
import { memory } from './measure/memory.ts'
import { startTimes } from './measure/starting.ts'
import type { Options } from './options.ts'
import { profile } from './profile/take.ts'
import { results as shown } from './report/terminal.ts'
import { writeDocument } from './report/write.ts'
import type { Results, SizeResult } from './results.ts'
import { withBench } from './servers/bench.ts'
import { echo } from './servers/echo.ts'
import { ours } from './servers/ours.ts'
import { start, type Bench, type Running, type ServerProgram } from './servers/server.ts'
import { echoAnswers, prepare, type Prepared } from './workload/prepare.ts'
import { workloads } from './workload/sizes.ts'

type Report = (line: string) => void

/** The whole benchmark: every server, every size, memory, starting, and where our time goes. */
export const runFull = (options: Options, report: Report): Promise<void> =>
  withBench(async bench => {
    report('capturing requests from the simulated control plane')
    const prepared: Prepared[] = []
    for (const workload of await workloads(options.sizes)) {
      // The requests of large claims are large.
      const claims = Math.max(4, Math.round((options.claims * 8) / Math.max(8, workload.resources)))
      prepared.push(await prepare(workload, { folder: bench.folder, peers: options.peers, claims }))
    }
    const results = await run(bench, prepared, options, report)
    for (const line of shown(results)) report(line)
    if (options.write) report(`written: ${(await writeDocument(results, options)).join(', ')}`)
  })

const run = async (bench: Bench, prepared: readonly Prepared[], options: Options, report: Report): Promise<Results> => {
  const [first] = prepared
  if (!first) throw new Error('--sizes names no size')
  const product = await ours(join(bench.folder, 'ours'), { name: 'ours' })
  const withSets = await ours(join(bench.folder, 'ours-sets'), { name: 'ours-sets', withSets: true })
  const programFor = (size: string) => (size.startsWith('8') ? product : withSets)
  const programs: [string, ServerProgram, Contender['peer']][] = [
    ['ours', product, undefined],
    ['echo', echo(echoAnswers(bench.folder)), undefined],
  ]
  const missing = new Map<string, string>()
  for (const peer of options.peers) {
    report(`building ${peer.title}, once`)
    try {
      const definitions = [...new Map(prepared.map(({ definition }) => [definition.size, definition])).values()]
      programs.push([peer.id, await peer.program(definitions, bench.folder), peer])
    } catch (error) {
      missing.set(peer.id, error instanceof Error ? error.message : String(error))
      report(`${peer.title} can't take part: ${missing.get(peer.id)}`)
    }
  }
  report('starting times')
  const starts = new Map<string, readonly number[]>()
  for (const [id, program, peer] of programs)
    starts.set(id, await startTimes(bench, program, first.requestsFor(peer), 5))
  const processes: Running[] = []
  const begin = async (program: ServerProgram, peer: Contender['peer']) => {
    const running = await start(bench, program, first.requestsFor(peer))
    processes.push(running)
    return running
  }
  try {
    const contenders: Contender[] = []
    for (const [id, program, peer] of programs) {
      const running = await begin(program, peer)
      const large = id === 'ours' ? await begin(withSets, undefined) : running
      contenders.push({ id, peer, runningFor: size => (size.startsWith('8') ? running : large) })
    }
    const sizes: SizeResult[] = []
    for (const each of prepared) sizes.push(await contest(each, { bench, contenders, missing, options, report }))
    const memoryAfter = memoryOf(contenders, prepared.at(-1)?.size ?? '')
    for (const { stop } of processes.splice(0)) await stop()

    report('memory')
    const of = (size: string) => {
      const found = prepared.find(each => each.size === size)
      return found && { program: programFor(size), requests: found.requestsFor(), size, withSets: size !== '8' }
    }
    const eight = of('8') ?? { program: product, requests: first.requestsFor() }
    const memoryResult = await memory(bench, eight, of('200'), options.calls)
    report('profiles')
    const profiles = new Map<string, Results['profiles'] extends ReadonlyMap<string, infer Value> ? Value : never>()
    for (const size of ['8', '200']) {
      const workload = of(size)
      if (workload) profiles.set(size, await profile(bench, workload, 8))
    }
    const contestants = [
      { id: 'ours', title: 'Roadbed' },
      { id: 'echo', title: 'HTTP/2 echo of the same bytes' },
      ...options.peers.map(({ id, title }) => ({ id, title })),
    ]
    return { contestants, sizes, missing, starts, memoryAfter, memory: memoryResult, profiles }
  } finally {
    for (const { stop } of processes) await stop()
  }
}
