import { describe, expect, it } from 'vitest'
import { boundFiles, boundToLoopback } from '../../../control-plane/binaries/loopback.ts'

const core = `
	mgr, err := ctrl.NewManager(cfg, ctrl.Options{
		WebhookServer: webhook.NewServer(webhook.Options{
			Port: c.WebhookPort,
		}),
		Metrics: metricsserver.Options{
			BindAddress: fmt.Sprintf(":%d", c.MetricsPort),
		},
		HealthProbeBindAddress: fmt.Sprintf(":%d", c.HealthProbePort),
	})
`

const rbac = `
import (
	ctrl "sigs.k8s.io/controller-runtime"
)

type startCommand struct {
	Profile string \`help:"Serve runtime profiling data."\`
}

	mgr, err := ctrl.NewManager(cfg, ctrl.Options{
		Scheme: s,
		PprofBindAddress: c.Profile,
	})
`

const sources: Readonly<Record<string, string>> = {
  'cmd/crossplane/core/core.go': core,
  'cmd/crossplane/rbac/rbac.go': rbac,
}
const files = boundFiles.map(file => ({ file, path: file.path, source: sources[file.path] ?? '' }))

describe('boundToLoopback', () => {
  it('binds all servers of core to loopback, or a user’s Crossplane is open to the network', () => {
    const bound = files.filter(({ source }) => source === core).map(({ file }) => boundToLoopback(file, core))
    expect(bound.join('').match(/127\.0\.0\.1/g)).toHaveLength(3)
    expect(bound.join('')).not.toContain('":%d"')
    expect(bound.join('')).toContain('Host: "127.0.0.1", Port: c.WebhookPort,')
  })

  it('gives the RBAC manager an address for its metrics, which are on every interface otherwise', () => {
    const bound = files.filter(({ source }) => source === rbac).map(({ file }) => boundToLoopback(file, rbac))
    expect(bound.join('')).toContain('metricsserver.Options{BindAddress: "127.0.0.1:" + c.MetricsPort}')
    expect(bound.join('')).toMatch(/MetricsPort string `default:"8080" env:"METRICS_PORT"/)
  })

  it.each(files)('changes nothing else of $path', ({ file, source }) => {
    const back = file.changes.reduce(
      (text, { from, to }) => text.replace(to, () => from),
      boundToLoopback(file, source),
    )
    expect(back).toBe(source)
  })

  const others = files.flatMap(({ file, path, source }) => [
    { path, file, what: 'a place is gone', other: source.replace('c.HealthProbePort', '8').replace('c.Profile', '8') },
    { path, file, what: 'a place is there twice', other: source + source },
    {
      path,
      file,
      what: 'there is one more that we don’t know',
      other: `${source}\nAddr: ctrl.Options{X: fmt.Sprintf(":%d", c.Other)},`,
    },
    { path, file, what: 'the file is another one', other: 'package main' },
  ])
  it.each(others)('refuses a $path in which $what: it would listen on every interface', ({ file, other }) => {
    expect(() => boundToLoopback(file, other)).toThrow('can’t be kept to loopback')
  })
})
