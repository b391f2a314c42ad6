import { setTimeout as sleep } from 'node:timers/promises'
import { kinds } from './kinds/index.ts'
import { createAnswer } from './server/answer.ts'
import { mutualTls, noTls } from './server/certificates.ts'
import { parseFlags, usage, type Flags } from './server/flags.ts'
import type { Refused } from './server/grpc/listen.ts'
import { createLog, logCall, seldom } from './server/log.ts'
import { startServer } from './server/server.ts'
import { createTally, type Tally } from './server/tally.ts'

/** Serves until SIGTERM or SIGINT. */
const serve = async (flags: Flags): Promise<void> => {
  const log = createLog(flags.debug)
  const calls = createTally()
  const answer = createAnswer({
    kinds,
    keep: flags.answerCache,
    report: call => {
      calls.record(call)
      logCall(log, call)
    },
  })
  const onRotation = (problem?: Error) =>
    problem
      ? log.error('new certificates are not used', { problem: problem.message })
      : log.info('certificates rotated')
  const credentials = flags.certificates ? mutualTls(flags.certificates, { onRotation }) : noTls()
  const onRefusal = seldom(60_000, (refused: Refused) => log.error('a client is not heard', { ...refused }))
  const server = await startServer({ ...flags, answer, credentials, onRefusal })
  const stop = async (signal: string): Promise<void> => {
    log.info('draining', { signal })
    await server.stop(flags.drain)
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal))
  const address = flags.address.replace(/\d+$/, String(server.port))
  log.info('serving', { address, tls: flags.certificates !== undefined })
  await startMetrics(flags, calls)
}

/** Milliseconds. A new pod is waited for, and to load what counts takes a tenth of what its first answer takes. */
const metricsAfter = 1000

const startMetrics = async ({ metricsAddress }: Flags, calls: Tally): Promise<void> => {
  if (metricsAddress === undefined) return calls.countWith(() => undefined)
  await sleep(metricsAfter)
  const { createMetrics, serveMetrics } = await import('./server/metrics.ts')
  const metrics = createMetrics()
  calls.countWith(metrics.record)
  await serveMetrics(metrics.registry, metricsAddress)
}

/** The program, from its arguments to its end. */
export const main = async (): Promise<void> => {
  try {
    const flags = parseFlags(process.argv.slice(2), process.env)
    if (flags === 'help') console.log(usage)
    else await serve(flags)
  } catch (error) {
    console.error(`function-roadbed: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}
