import { parseArgs } from 'node:util'

/** What the function is started with. */
export interface Flags {
  /** Where gRPC is served, `host:port`; without a host at all addresses. */
  readonly address: string
  /** Where Prometheus metrics are served; `undefined` for nowhere. */
  readonly metricsAddress: string | undefined
  /** A folder with `tls.crt`, `tls.key` and `ca.crt`; `undefined` serves without TLS. */
  readonly certificates: string | undefined
  readonly debug: boolean
  /** Bytes. */
  readonly maxReceive: number
  /** Seconds after which a client has to connect anew, and so finds new replicas. */
  readonly maxConnectionAge: number
  /** Bytes of answers that are kept to be given again while nothing that they are made of changes; 0 for none. */
  readonly answerCache: number
  /** Seconds that running calls get after SIGTERM. */
  readonly drain: number
}

export const usage = `function-roadbed, the composition function of Roadbed

  --tls-certs-dir DIR            tls.crt, tls.key and the clients' ca.crt   (TLS_SERVER_CERTS_DIR)
  --insecure                     serve without TLS, whatever --tls-certs-dir says
  --address [HOST]:PORT          where to serve gRPC; default :9443, all addresses of IPv4 and IPv6  (ADDRESS)
  --metrics-address [HOST]:PORT  where to serve metrics; default :8080, none for nowhere  (METRICS_ADDRESS)
  --max-recv-message-size MIB    largest request; default 32                (MAX_RECV_MESSAGE_SIZE)
  --max-connection-age SECONDS   clients reconnect after it; default 300    (MAX_CONNECTION_AGE)
  --answer-cache-size MIB        answers kept, about 26 KiB a claim; default 32, 0 for none  (ANSWER_CACHE_SIZE)
  --drain-seconds SECONDS        time for running calls after SIGTERM; default 10  (DRAIN_SECONDS)
  --debug                        log every call                             (DEBUG=true)
  --help                         this text`

/** A mistake in the flags, said in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const options = {
  'tls-certs-dir': { type: 'string' },
  // What other functions' SDKs call it.
  'tls-server-certs-dir': { type: 'string' },
  insecure: { type: 'boolean' },
  address: { type: 'string' },
  'metrics-address': { type: 'string' },
  'max-recv-message-size': { type: 'string' },
  'max-connection-age': { type: 'string' },
  'answer-cache-size': { type: 'string' },
  'drain-seconds': { type: 'string' },
  debug: { type: 'boolean', short: 'd' },
  help: { type: 'boolean', short: 'h' },
} as const

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the flags that the functions specification asks for, and ours. `help` when only the usage is wanted. */
export const parseFlags = (args: readonly string[], env: Environment): Flags | 'help' => {
  const given = parse(args)
  if (given.help) return 'help'
  const folder = given['tls-certs-dir'] ?? given['tls-server-certs-dir'] ?? env['TLS_SERVER_CERTS_DIR']
  if (!given.insecure && !folder) {
    throw new UsageError(
      'no certificates: give --tls-certs-dir DIR or TLS_SERVER_CERTS_DIR, or serve without TLS by --insecure',
    )
  }
  const metrics = given['metrics-address'] ?? env['METRICS_ADDRESS'] ?? ':8080'
  const number = (flag: NumberFlag, byDefault: number, least = 1) =>
    wholeNumber(`--${flag}`, given[flag] ?? env[flag.replaceAll('-', '_').toUpperCase()], byDefault, least)
  return {
    address: hostAndPort('--address', given.address ?? env['ADDRESS'] ?? ':9443'),
    metricsAddress: metrics === 'none' ? undefined : hostAndPort('--metrics-address', metrics),
    certificates: given.insecure ? undefined : folder,
    debug: given.debug ?? env['DEBUG'] === 'true',
    maxReceive: number('max-recv-message-size', 32) * 2 ** 20,
    maxConnectionAge: number('max-connection-age', 300),
    answerCache: number('answer-cache-size', 32, 0) * 2 ** 20,
    drain: number('drain-seconds', 10),
  }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).split('\n')[0])
  }
}

const hostAndPort = (flag: string, value: string): string => {
  if (/^.*:\d{1,5}$/.test(value)) return value
  throw new UsageError(`${flag} ${value}: write HOST:PORT, or :PORT for all addresses`)
}

type NumberFlag = 'max-recv-message-size' | 'max-connection-age' | 'answer-cache-size' | 'drain-seconds'

const wholeNumber = (flag: string, value: string | undefined, byDefault: number, least: number): number => {
  const number = value === undefined ? byDefault : Number(value)
  if (Number.isInteger(number) && number >= least && value !== '') return number
  throw new UsageError(`${flag} ${value}: write a whole number from ${least} on`)
}
