/**
 * Crossplane core serves metrics, health and webhooks on every interface, its RBAC manager serves metrics there, and neither can be
 * told the host. On a user's machine nothing may be reachable from outside, so these are the exact places that get a loopback
 * address when we build them; the RBAC manager also learns core's way to be told a port. Nothing else of Crossplane is changed.
 */
export const boundFiles: readonly BoundFile[] = [
  {
    // Relative to Crossplane's module.
    path: 'cmd/crossplane/core/core.go',
    changes: [
      {
        from: 'BindAddress: fmt.Sprintf(":%d", c.MetricsPort)',
        to: 'BindAddress: fmt.Sprintf("127.0.0.1:%d", c.MetricsPort)',
      },
      {
        from: 'HealthProbeBindAddress: fmt.Sprintf(":%d", c.HealthProbePort)',
        to: 'HealthProbeBindAddress: fmt.Sprintf("127.0.0.1:%d", c.HealthProbePort)',
      },
      { from: 'Port: c.WebhookPort,', to: 'Host: "127.0.0.1", Port: c.WebhookPort,' },
    ],
    listeners: { pattern: /Sprintf\(":%d"/g, count: 2 },
  },
  {
    path: 'cmd/crossplane/rbac/rbac.go',
    changes: [
      {
        from: '\tctrl "sigs.k8s.io/controller-runtime"\n',
        to: '\tctrl "sigs.k8s.io/controller-runtime"\n\tmetricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"\n',
      },
      {
        from: '\tProfile string `',
        to: '\tMetricsPort string `default:"8080" env:"METRICS_PORT" help:"The port the metrics server listens on."`\n\n\tProfile string `',
      },
      {
        // Without the field, controller-runtime serves metrics on :8080.
        from: 'PprofBindAddress: c.Profile,',
        to: 'PprofBindAddress: c.Profile,\n\t\tMetrics:          metricsserver.Options{BindAddress: "127.0.0.1:" + c.MetricsPort},',
      },
    ],
    listeners: { pattern: /ctrl\.Options\{|metricsserver|BindAddress/g, count: 2 },
  },
]

interface BoundFile {
  readonly path: string
  readonly changes: readonly { readonly from: string; readonly to: string }[]
  /** How often the source that we know mentions what may listen: one more could be open to the network. */
  readonly listeners: { readonly pattern: RegExp; readonly count: number }
}

/** @throws when the source is not the one that we know: then the addresses would not all be on loopback. */
export const boundToLoopback = ({ path, changes, listeners }: BoundFile, source: string): string => {
  const unknown = changes.filter(({ from }) => source.split(from).length !== 2)
  if (unknown.length > 0 || (source.match(listeners.pattern) ?? []).length !== listeners.count) {
    throw new Error(
      `Crossplane’s ${path} is not as expected, so it can’t be kept to loopback; this Roadbed does not support that version`,
    )
  }
  return changes.reduce((text, { from, to }) => text.replace(from, () => to), source)
}
