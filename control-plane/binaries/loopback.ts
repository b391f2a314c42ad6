/**
 * Crossplane core serves metrics, health and webhooks on every interface and has no flag for the host. On a user's machine
 * nothing may be reachable from outside, so these are the exact places of `cmd/crossplane/core/core.go` that get a
 * loopback address when we build it. Nothing else of Crossplane is changed.
 */
const places = [
  {
    from: 'BindAddress: fmt.Sprintf(":%d", c.MetricsPort)',
    to: 'BindAddress: fmt.Sprintf("127.0.0.1:%d", c.MetricsPort)',
  },
  {
    from: 'HealthProbeBindAddress: fmt.Sprintf(":%d", c.HealthProbePort)',
    to: 'HealthProbeBindAddress: fmt.Sprintf("127.0.0.1:%d", c.HealthProbePort)',
  },
  { from: 'Port: c.WebhookPort,', to: 'Host: "127.0.0.1", Port: c.WebhookPort,' },
] as const

/** The file, relative to Crossplane's module. */
export const boundFile = 'cmd/crossplane/core/core.go'

/** @throws when the source is not the one that we know: then the addresses would not all be on loopback. */
export const boundToLoopback = (source: string): string => {
  const unknown = places.filter(({ from }) => source.split(from).length !== 2)
  if (unknown.length > 0 || (source.match(/Sprintf\(":%d"/g) ?? []).length !== 2) {
    throw new Error(
      `Crossplane’s ${boundFile} is not as expected, so it can’t be kept to loopback; this Roadbed does not support that version`,
    )
  }
  return places.reduce((text, { from, to }) => text.replace(from, () => to), source)
}
