import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import { placeOf } from './address.ts'
import type { Call } from './answer.ts'

/** What the calls of one kind come to. */
interface Sums {
  ok: number
  refused: number
  bug: number
  known: number
  request: number
  response: number
}

/**
 * Counts what core's own metrics can't: calls per kind, refusals, sizes. Sums are told when somebody asks: to find a counter by its
 * labels, five times in each call, costs more than to decode the call.
 */
export const createMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const sums = new Map<string, Sums>()
  const sumsOf = (kind: string): Sums => {
    const found = sums.get(kind) ?? { ok: 0, refused: 0, bug: 0, known: 0, request: 0, response: 0 }
    sums.set(kind, found)
    return found
  }
  const tell = (name: string, help: string, label: string, values: readonly (keyof Sums)[]): void =>
    registry.registerMetric(
      new Counter({
        name,
        help,
        labelNames: ['kind', label],
        registers: [],
        collect() {
          this.reset()
          for (const [kind, all] of sums) for (const value of values) this.inc({ kind, [label]: value }, all[value])
        },
      }),
    )
  tell(
    'roadbed_calls_total',
    'Calls by kind of claim and outcome: ok, refused (one Fatal), bug (one Fatal, see the log).',
    'outcome',
    ['ok', 'refused', 'bug'],
  )
  tell('roadbed_message_bytes_total', 'Bytes of requests and responses.', 'direction', ['request', 'response'])
  registry.registerMetric(
    new Counter({
      name: 'roadbed_known_answers_total',
      help: 'Calls whose answer was known: all that it is made of was as it had been.',
      labelNames: ['kind'],
      registers: [],
      collect() {
        this.reset()
        for (const [kind, { known }] of sums) this.inc({ kind }, known)
      },
    }),
  )
  const seconds = new Histogram({
    name: 'roadbed_call_seconds',
    help: 'Time from a decoded to an encoded message.',
    labelNames: ['kind'] as const,
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5],
    registers: [registry],
  })
  return {
    registry,
    record: ({ kind, outcome, milliseconds, requestBytes, responseBytes, known }: Call): void => {
      const all = sumsOf(kind)
      all[outcome]++
      if (known) all.known++
      all.request += requestBytes
      all.response += responseBytes
      seconds.observe({ kind }, milliseconds / 1000)
    },
  }
}

/** Serves `/metrics`. Rejects when the address can't be bound. */
export const serveMetrics = (registry: Registry, address: string): Promise<Server> => {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end('metrics are at /metrics\n')
      return
    }
    void registry.metrics().then(text => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
  })
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(new Error(`can't serve metrics on ${address}: ${error.message}`)))
    server.listen(placeOf(address), () => resolve(server))
  })
}
