import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** What to send: the requests of a folder in turn, on so many streams, for so many seconds or so many times. */
export interface Order {
  readonly folder: string
  readonly streams?: number
  readonly seconds?: number
  readonly count?: number
  /** Call once with each request and write the answers here, under the names of the requests. */
  readonly save?: string
}

/** Times in milliseconds. */
export interface Outcome {
  readonly count: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
  readonly error?: string
}

/** A client with one connection, as core has one for each function. */
export interface Load {
  /** @throws when a call has failed */
  readonly run: (order: Order) => Promise<Outcome>
  readonly stop: () => void
}

export const startLoad = (program: string, port: number, certificates: string): Load => {
  const client = spawn(program, ['-address', `127.0.0.1:${port}`, '-certs', certificates], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: client.stdout })[Symbol.asyncIterator]()
  return {
    run: async order => {
      client.stdin.write(`${JSON.stringify({ streams: 1, ...order })}\n`)
      const line = await lines.next()
      if (line.done) throw new Error('the load program has ended')
      const outcome = JSON.parse(line.value) as Outcome
      if (outcome.error !== undefined) throw new Error(outcome.error)
      return outcome
    },
    stop: () => client.kill(),
  }
}
