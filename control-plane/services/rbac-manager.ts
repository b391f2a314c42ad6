import { accountKubeconfig } from '../kubeconfigs.ts'
import { loopback } from '../ports.ts'
import { answers } from '../processes/answers.ts'
import type { Plan, Service } from './service.ts'

/** Crossplane's RBAC manager: it lets Crossplane, and whoever has one of Crossplane's roles, use the kinds of every XRD. */
export const rbacManager = (plan: Plan): Service => {
  const port = plan.settings.ports.rbacMetrics
  return {
    name: 'crossplane-rbac',
    command: {
      path: plan.binaries.crossplane,
      // As the Helm chart does.
      args: ['rbac', 'start', '--provider-clusterrole=crossplane:allowed-provider-permissions'],
      environment: { KUBECONFIG: accountKubeconfig(plan, 'rbac-manager'), METRICS_PORT: String(port) },
    },
    probe: () => answers(`http://${loopback}:${port}/metrics`),
    seconds: 60,
  }
}
