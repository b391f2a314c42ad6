import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { crossplaneAccounts, crossplaneNamespace } from '../accounts.ts'
import { crdsOf } from '../binaries/build.ts'
import { tlsFolder } from '../credentials.ts'
import { accountKubeconfig } from '../kubeconfigs.ts'
import { loopback } from '../ports.ts'
import { answers } from '../processes/answers.ts'
import type { Command } from '../processes/start.ts'
import type { Plan, Service } from './service.ts'

/** As in a cluster, where core and the container that installs it have one service account. */
const identity = (plan: Plan) => ({
  KUBECONFIG: accountKubeconfig(plan, 'crossplane'),
  POD_NAMESPACE: crossplaneNamespace,
  POD_SERVICE_ACCOUNT: crossplaneAccounts.core,
})

/**
 * Installs Crossplane's CRDs and first objects. It has to be run again until it passes: it makes its first `Lock` before the CRD of
 * that is served.
 */
export const coreInit = (plan: Plan): Command => ({
  path: plan.binaries.crossplane,
  // As the Helm chart does: without it, no managed resource of a provider is active.
  args: ['core', 'init', '--activation=*'],
  environment: {
    ...identity(plan),
    CRDS_PATH: crdsOf(plan.binaries.crossplane),
    TLS_CA_SECRET_NAME: 'crossplane-root-ca',
    TLS_CLIENT_SECRET_NAME: 'crossplane-tls-client',
    // It would point its webhook at a Service, and there is none: ours has a URL.
    ENABLE_WEBHOOKS: 'false',
  },
})

/**
 * Where providers live faster, so does Crossplane's circuit breaker, which counts their writes against the clock: its bucket fills
 * and its pause ends as much sooner. At the pace of real providers it has Crossplane's own settings.
 */
export const circuitBreaker = (pace: number): readonly string[] =>
  pace < 1 ? [`--circuit-breaker-refill-rate=${1 / pace}`, `--circuit-breaker-cooldown=${Math.ceil(300 * pace)}s`] : []

export const core = (plan: Plan): Service => {
  const { folders, settings, binaries } = plan
  const packages = join(folders.cache, 'packages')
  // Without it, core can't read a package at all.
  mkdirSync(packages, { recursive: true })
  return {
    name: 'crossplane',
    command: {
      path: binaries.crossplane,
      // Nobody here runs pods: the companion starts functions and stands in for providers.
      args: ['core', 'start', '--package-runtime=External', ...circuitBreaker(settings.pace)],
      environment: {
        ...identity(plan),
        TLS_CLIENT_CERTS_DIR: tlsFolder(folders, 'core-client'),
        TLS_SERVER_CERTS_DIR: tlsFolder(folders, 'core-webhooks'),
        XPKG_CACHE_DIR: packages,
        ENABLE_WEBHOOKS: 'true',
        METRICS_PORT: String(settings.ports.coreMetrics),
        HEALTH_PROBE_PORT: String(settings.ports.coreHealth),
        WEBHOOK_PORT: String(settings.ports.coreWebhooks),
      },
    },
    probe: () => answers(`http://${loopback}:${settings.ports.coreHealth}/readyz`),
    seconds: 90,
  }
}
