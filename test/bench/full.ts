import { compareSizes, contest, memoryOf } from './contest.ts'
import { isProduct, lineUp } from './line-up.ts'
import { memory } from './measure/memory.ts'
import type { Options } from './options.ts'
import { countAll } from './workload/counts.ts'
import type { Shares } from './profile/shares.ts'
import { profile } from './profile/take.ts'
import { results as shown } from './report/terminal.ts'
import { writeDocument } from './report/write.ts'
import type { Results, SizeResult } from './results.ts'
import { withBench } from './servers/bench.ts'
import type { Bench } from './servers/server.ts'
import { prepare, type Prepared } from './workload/prepare.ts'
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
  const { contenders, missing, starts, programFor, stop } = await lineUp(bench, prepared, { ...options, report })
  const sizes: SizeResult[] = []
  for (const each of prepared) sizes.push(await contest(each, { bench, contenders, options, report }))
  const scaling = await compareSizes(prepared, contenders, options)
  const memoryAfter = memoryOf(contenders, prepared.at(-1)?.size ?? '')
  await stop()

  const workload = (size: string) => {
    const found = prepared.find(each => each.size === size)
    return found && { size, program: programFor(size), requests: found.requestsFor(), withSets: !isProduct(size) }
  }
  report('memory')
  const memoryResult = await memory(bench, workload('8'), workload('200'), options.calls)
  report('profiles')
  const profiles = new Map<string, Shares>()
  for (const size of ['8', '200']) {
    const profiled = workload(size)
    if (profiled) profiles.set(size, await profile(bench, profiled, 8))
  }
  const contestants = [
    { id: 'ours', title: 'Roadbed' },
    { id: 'anew', title: 'Roadbed, every answer made anew' },
    { id: 'echo', title: 'HTTP/2 echo of the same bytes' },
    ...options.peers.map(({ id, title }) => ({ id, title })),
  ]
  return {
    contestants,
    sizes,
    scaling,
    missing,
    starts,
    memoryAfter,
    memory: memoryResult,
    counts: await countAll(),
    profiles,
  }
}
