import { kinds } from './kinds/index.ts'
import { createAnswer } from './server/answer.ts'
import { mutualTls, noTls } from './server/certificates.ts'
import { parseFlags, usage, type Flags } from './server/flags.ts'
import { createLog, logCall } from './server/log.ts'
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
      ? log.error({ problem: problem.message }, 'new certificates are not used')
      : log.info('certificates rotated')
  const credentials = flags.certificates ? mutualTls(flags.certificates, { onRotation }) : noTls()
  const server = await startServer({ ...flags, answer, credentials })
  const metricsServer = await startMetrics(flags, calls)
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'draining')
    await server.stop(flags.drain)
    metricsServer?.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal))
  const address = flags.address.replace(/\d+$/, String(server.port))
  log.info({ address, tls: flags.certificates !== undefined }, 'serving')
}

/** Loaded when calls are answered already: a new pod is waited for. */
const startMetrics = async ({ metricsAddress }: Flags, calls: Tally) => {
  if (metricsAddress === undefined) {
    calls.countWith(() => undefined)
    return undefined
  }
  const { createMetrics, serveMetrics } = await import('./server/metrics.ts')
  const metrics = createMetrics()
  calls.countWith(metrics.record)
  return serveMetrics(metrics.registry, metricsAddress)
}

const main = async (): Promise<void> => {
  try {
    const flags = parseFlags(process.argv.slice(2), process.env)
    if (flags === 'help') console.log(usage)
    else await serve(flags)
  } catch (error) {
    console.error(`function-roadbed: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}

void main()
