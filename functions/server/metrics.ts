import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { Call } from './answer.ts'

/** Counts what core's own metrics can't: calls per kind, refusals, sizes. */
export const createMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: 'roadbed_calls_total',
    help: 'Calls by kind of claim and outcome: ok, refused (one Fatal), bug (one Fatal, see the log).',
    labelNames: ['kind', 'outcome'] as const,
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'roadbed_call_seconds',
    help: 'Time from a decoded to an encoded message.',
    labelNames: ['kind'] as const,
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5],
    registers: [registry],
  })
  const bytes = new Counter({
    name: 'roadbed_message_bytes_total',
    help: 'Bytes of requests and responses.',
    labelNames: ['kind', 'direction'] as const,
    registers: [registry],
  })
  const known = new Counter({
    name: 'roadbed_known_answers_total',
    help: 'Calls whose answer was known: all that it is made of was as it had been.',
    labelNames: ['kind'] as const,
    registers: [registry],
  })
  return {
    registry,
    record: ({ kind, outcome, milliseconds, requestBytes, responseBytes, known: again }: Call): void => {
      calls.inc({ kind, outcome })
      if (again) known.inc({ kind })
      seconds.observe({ kind }, milliseconds / 1000)
      bytes.inc({ kind, direction: 'request' }, requestBytes)
      bytes.inc({ kind, direction: 'response' }, responseBytes)
    },
  }
}

/** Serves `/metrics`. Rejects when the address can't be bound. */
export const serveMetrics = (registry: Registry, address: string): Promise<Server> => {
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(address) ?? []
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end('metrics are at /metrics\n')
      return
    }
    void registry.metrics().then(text => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
  })
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(new Error(`can't serve metrics on ${address}: ${error.message}`)))
    server.listen(Number(port), host.replaceAll(/[[\]]/g, ''), () => resolve(server))
  })
}
