import { each, type Plan } from '../../runtime/plan.ts'
import { environmentProtection } from '../environment-protection.ts'
import { address } from './address.ts'
import { autoscaler } from './autoscaler.ts'
import { config } from './config.ts'
import { deployment } from './deployment.ts'
import { disruptionBudget } from './disruption-budget.ts'
import { egressPolicy } from './egress/policy.ts'
import { identityPlan } from './identity/index.ts'
import { job } from './job.ts'
import { jobKey } from './jobs.ts'
import { made } from './made.ts'
import type { ServiceKey } from './keys.ts'
import { networkPolicy } from './network-policy.ts'
import { dashboard } from './observability/dashboard.ts'
import { instrumentation } from './observability/instrumentation.ts'
import { alerts, customAlerts } from './observability/rules.ts'
import { serviceMonitor } from './observability/service-monitor.ts'
import { outlives, volumeKey } from './pod/volumes.ts'
import { protection } from './protection.ts'
import { scaledObject } from './scaled-object.ts'
import { serviceAccount } from './service-account.ts'
import type { Service } from './service.ts'
import { trafficPlan } from './traffic/plan.ts'
import { authenticationKey, triggerAuthentication } from './trigger-authentication.ts'
import { volumeClaim } from './volume-claim.ts'

/** A service: pods that are bound to what they use, have an address inside the cluster and outside, let in whom they should, and are watched. */
export const plan = (service: Service): Plan<ServiceKey> => ({
  'service-account': serviceAccount(service),
  ...identityPlan(service),
  ...each(
    service.bindings.flatMap(binding => (binding.key === undefined ? [] : [{ ...binding, key: binding.key }])),
    binding => [binding.key, made(service, binding)],
  ),
  ...each(service.volumes.filter(outlives), volume => [volumeKey(volume), volumeClaim(service, volume)]),
  config: config(service),
  ...each(service.jobs, wanted => [jobKey(wanted), job(service, wanted)]),
  deployment: deployment(service),
  service: address(service),
  autoscaler: autoscaler(service),
  ...each(service.queues, queue => [authenticationKey(queue), triggerAuthentication(service, queue)]),
  'scaled-object': scaledObject(service),
  'disruption-budget': disruptionBudget(service),
  'network-policy': networkPolicy(service),
  'egress-policy': egressPolicy(service),
  ...trafficPlan(service),
  'service-monitor': serviceMonitor(service),
  alerts: alerts(service),
  'custom-alerts': customAlerts(service),
  dashboard: dashboard(service),
  instrumentation: instrumentation(service),
  protection: protection(service),
  'environment-protection': environmentProtection({
    claim: service.claim,
    what: 'service',
    isProtected: service.protected,
    inEnvironment: service.inEnvironment,
  }),
})
