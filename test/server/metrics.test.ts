import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createMetrics, serveMetrics } from '../../functions/server/metrics.ts'

const call = {
  kind: 'XDatabase',
  name: 'a/b',
  outcome: 'ok',
  milliseconds: 2,
  requestBytes: 10,
  responseBytes: 5,
  known: false,
} as const

describe('metrics', () => {
  it('count calls by kind and outcome, which core’s own metrics can’t', async () => {
    const { registry, record } = createMetrics()
    record(call)
    record({ ...call, outcome: 'refused', known: true })
    const text = await registry.metrics()
    expect(text).toContain('roadbed_calls_total{kind="XDatabase",outcome="ok"} 1')
    expect(text).toContain('roadbed_calls_total{kind="XDatabase",outcome="refused"} 1')
    expect(text).toContain('roadbed_message_bytes_total{kind="XDatabase",direction="request"} 20')
    expect(text).toContain('roadbed_known_answers_total{kind="XDatabase"} 1')
    expect(text).not.toContain('a/b')
  })

  it('are served at /metrics and nowhere else', async () => {
    const { registry, record } = createMetrics()
    record(call)
    const server = await serveMetrics(registry, '127.0.0.1:0')
    const { port } = server.address() as AddressInfo
    const found = await fetch(`http://127.0.0.1:${port}/metrics`)
    expect([found.status, await found.text()]).toEqual([200, expect.stringContaining('roadbed_call_seconds_bucket')])
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
    await expect(serveMetrics(registry, `127.0.0.1:${port}`)).rejects.toThrow(/can't serve metrics/)
    server.close()
  })
})
