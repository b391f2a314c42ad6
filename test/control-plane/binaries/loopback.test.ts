import { describe, expect, it } from 'vitest'
import { boundToLoopback } from '../../../control-plane/binaries/loopback.ts'

const source = `
		WebhookServer: webhook.NewServer(webhook.Options{
			Port: c.WebhookPort,
		}),
		Metrics: metricsserver.Options{
			BindAddress: fmt.Sprintf(":%d", c.MetricsPort),
		},
		HealthProbeBindAddress: fmt.Sprintf(":%d", c.HealthProbePort),
`

describe('boundToLoopback', () => {
  it('binds all three servers to loopback, or a user’s Crossplane is open to the network', () => {
    const bound = boundToLoopback(source)
    expect(bound.match(/127\.0\.0\.1/g)).toHaveLength(3)
    expect(bound).not.toContain('":%d"')
    expect(bound).toContain('Host: "127.0.0.1", Port: c.WebhookPort,')
  })

  it('changes nothing else', () => {
    const back = boundToLoopback(source).replaceAll('Host: "127.0.0.1", ', '').replaceAll('127.0.0.1', '')
    expect(back).toBe(source)
  })

  it.each([
    ['a place is gone', source.replace('c.HealthProbePort', 'c.Health')],
    ['a place is there twice', source + source],
    ['there is one more that we don’t know', `${source}\nAddr: fmt.Sprintf(":%d", c.Other),`],
    ['the file is another one', 'package main'],
  ])('refuses a source in which %s: it would listen on every interface', (_, other) => {
    expect(() => boundToLoopback(other)).toThrow('can’t be kept to loopback')
  })
})
