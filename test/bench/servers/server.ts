import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePorts } from '../../../control-plane/ports.ts'
import { startLoad, type Load } from '../measure/load.ts'

/** How a server is started, given where it has to listen and its certificates. */
export interface ServerProgram {
  readonly name: string
  readonly command: (port: number, certificates: string) => readonly [string, ...string[]]
  /** All of it. Default: the benchmark's own, in which a machine may have put what takes Node time. */
  readonly environment?: Readonly<Record<string, string>>
}

/** A server that may not have been called yet. */
export interface Launched {
  readonly name: string
  readonly pid: number
  readonly load: Load
  /** When it was executed, by `performance.now()`. */
  readonly started: number
  /** Rejects when it ends, with what it said last. */
  readonly ended: Promise<never>
  readonly stop: () => Promise<void>
}

/** One that has answered. */
export interface Running extends Launched {
  /** From exec to the first answer, in milliseconds. */
  readonly startMilliseconds: number
}

/** What every server of a run shares. */
export interface Bench {
  /** The load program. */
  readonly loadProgram: string
  readonly certificates: { readonly server: string; readonly client: string }
  /** For the servers' logs. */
  readonly folder: string
}

/** Those that run: whoever interrupts the benchmark must not be left with them. */
const servers = new Set<ChildProcess>()
process.once('exit', () => servers.forEach(server => server.kill('SIGKILL')))

/** Starts a server and calls it until it has answered once. @throws with what it said last when it ends before that. */
export const start = async (bench: Bench, program: ServerProgram, requests: string): Promise<Running> => {
  const launched = await launch(bench, program, requests)
  try {
    await Promise.race([launched.load.run({ folder: requests, count: 1 }), launched.ended])
  } catch (problem) {
    // Its client would keep this process from ending.
    await launched.stop()
    throw problem
  }
  return { ...launched, startMilliseconds: performance.now() - launched.started }
}

/** Starts a server that nobody calls. */
export const launch = async (
  { loadProgram, certificates, folder }: Bench,
  { name, command, environment }: ServerProgram,
  requests: string,
): Promise<Launched> => {
  const [port = 0] = await freePorts(1)
  const load = startLoad(loadProgram, port, certificates.client)
  // The client, which reads some hundred requests first, is there before the server is: as core is.
  await load.run({ folder: requests, seconds: 0 })
  const logFile = join(folder, `${name.replaceAll(/\W+/g, '-')}.log`)
  const log = createWriteStream(logFile)
  await once(log, 'open')
  const [program, ...args] = command(port, certificates.server)
  const server = spawn(program, args, { stdio: ['ignore', log, log], env: environment ?? process.env })
  // Here it is executed. Before that this process was copied, which takes the longer the more it holds: 50 ms for 800 MB.
  const started = performance.now()
  servers.add(server)
  server.once('exit', () => servers.delete(server))
  const ended = once(server, 'exit').then(() => {
    throw new Error(`${name} ended before it answered: ${lastLine(logFile)}`)
  })
  // Whoever waits for it hears of it; afterwards nobody does.
  ended.catch(() => undefined)
  return { name, pid: server.pid ?? 0, load, started, ended, stop: () => stop(server, load) }
}

const lastLine = (file: string): string => readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? ''

const stop = async (server: ChildProcess, load: Load): Promise<void> => {
  load.stop()
  const wasStarted = server.pid !== undefined
  if (!wasStarted || server.exitCode !== null || server.signalCode !== null) return
  const exited = once(server, 'exit')
  server.kill('SIGTERM')
  const late = setTimeout(() => server.kill('SIGKILL'), 5000)
  await exited
  clearTimeout(late)
}
