import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../../packages/root.ts'
import { writeOne } from '../../../packages/files.ts'
import { measure } from '../measure/rounds.ts'
import { medianRatio } from '../measure/statistics.ts'
import { profile } from '../profile/take.ts'
import { percent } from '../report/tables.ts'
import { withBench } from '../servers/bench.ts'
import { echo } from '../servers/echo.ts'
import { ours } from '../servers/ours.ts'
import { start, type Bench } from '../servers/server.ts'
import { echoAnswers, prepare } from '../workload/prepare.ts'
import { workloads } from '../workload/sizes.ts'
import { allocatedPerCall } from './allocations.ts'
import { compare, type Expected } from './checks.ts'
import { waysPrintedBy } from './own-process.ts'
import { countAll } from '../workload/counts.ts'

type Report = (line: string) => void

const path = join(root, 'test/bench/expected.json')

/** The benchmark's small form, for every change. @returns whether everything is as expected */
export const runQuick = (update: boolean, report: Report): Promise<boolean> =>
  withBench(async bench => {
    const [workload] = await workloads(['8'])
    if (!workload) throw new Error('there is no claim of eight resources')
    const { requestsFor } = await prepare(workload, { folder: bench.folder, peers: [], claims: 512 })
    const measured: Expected = {
      counts: await countAll(),
      allocatedBytes: {
        known: await allocatedPerCall(requestsFor(), 'known'),
        anew: await allocatedPerCall(requestsFor(), 'anew'),
      },
      cpuAgainstEcho: await cpuAgainstEcho(bench, requestsFor()),
      cpuAgainstSdk: await waysPrintedBy('sdk-main.ts', [requestsFor()]),
      environmentAgainstNone: await waysPrintedBy('environment-main.ts'),
    }
    report(`CPU ${measured.cpuAgainstEcho.toFixed(2)} × an HTTP/2 echo`)
    for (const way of ['known', 'anew'] as const) {
      const [bytes, ratio] = [measured.allocatedBytes[way], measured.cpuAgainstSdk[way]]
      const within = measured.environmentAgainstNone[way].toFixed(2)
      report(
        `${way}: ${bytes} bytes allocated a call; CPU ${ratio.toPrecision(2)} × decoding and encoding by the SDK; in an environment ${within} ×`,
      )
    }
    if (update) await writeOne(path, `${JSON.stringify(measured, undefined, 2)}\n`)
    const checks = compare(JSON.parse(await readFile(path, 'utf8')) as Expected, measured)
    const failed = checks.filter(({ problem }) => problem !== undefined)
    for (const { what, problem } of failed) report(`FAILED ${what}: ${problem}`)
    if (failed.length > 0) await explain(bench, requestsFor(), report)
    report(`${checks.length - failed.length} passed, ${failed.length} failed`)
    return failed.length === 0
  })

/** The median of the rounds' ratios at 16 streams. */
const cpuAgainstEcho = async (bench: Bench, requests: string): Promise<number> => {
  const servers = [
    await start(bench, await ours(join(bench.folder, 'ours'), { name: 'ours' }), requests),
    await start(bench, echo(echoAnswers(bench.folder)), requests),
  ]
  try {
    const samples = await measure(
      servers.map(running => ({ id: running.name, running, requests })),
      { rounds: 9, streams: 16, seconds: 1, warmUp: 4 },
    )
    const cpuOf = (id: string) => samples.get(id)?.map(({ cpu }) => cpu) ?? []
    return medianRatio(cpuOf('ours'), cpuOf('echo'))
  } finally {
    for (const { stop } of servers) await stop()
  }
}

/** Where the time goes, so that whoever reads the log sees what became slower. */
const explain = async (bench: Bench, requests: string, report: Report): Promise<void> => {
  const { parts, top } = await profile(bench, { size: '8', requests, withSets: false }, 6)
  report('where the time goes:')
  for (const [part, share] of parts) report(`  ${percent(share).padStart(7)}  ${part}`)
  report('the largest own times:')
  for (const [frame, share] of top) report(`  ${percent(share).padStart(7)}  ${frame}`)
}
