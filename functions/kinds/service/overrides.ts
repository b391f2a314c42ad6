import type { Override } from '../../../apis/blocks/overrides.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import type { JsonObject } from '../../runtime/json.ts'
import type { Plan } from '../../runtime/plan.ts'
import { objectAt, partsAt, textAt } from '../../runtime/read.ts'
import { refused, ok, type Outcome } from '../../runtime/result.ts'
import type { Deviation } from '../report.ts'
import type { ServiceKey } from './keys.ts'
import { changesBetween, patched } from './patch.ts'

const targets = ['deployment', 'service', 'autoscaler', 'scaled-object', 'disruption-budget'] as const
type Target = (typeof targets)[number]

/**
 * What an override may change, by the resource's key. What is not listed says who a pod is, where it is, what it may do, or who may
 * connect to it: that is not for a claim to change, whatever the platform allows. `*` stands for the number of an item.
 */
const changeable: Readonly<Record<Target, readonly string[]>> = {
  deployment: [
    'spec.minReadySeconds',
    'spec.progressDeadlineSeconds',
    'spec.revisionHistoryLimit',
    'spec.strategy',
    'spec.template.spec.affinity',
    'spec.template.spec.dnsConfig',
    'spec.template.spec.terminationGracePeriodSeconds',
    'spec.template.spec.topologySpreadConstraints',
    'spec.template.spec.containers.*.lifecycle',
    'spec.template.spec.containers.*.livenessProbe',
    'spec.template.spec.containers.*.readinessProbe',
    'spec.template.spec.containers.*.resources',
    'spec.template.spec.containers.*.startupProbe',
    'spec.template.spec.containers.*.terminationMessagePolicy',
    'spec.template.spec.containers.*.workingDir',
  ],
  service: [
    'spec.internalTrafficPolicy',
    'spec.publishNotReadyAddresses',
    'spec.sessionAffinity',
    'spec.sessionAffinityConfig',
    'spec.trafficDistribution',
  ],
  autoscaler: ['spec.behavior', 'spec.metrics'],
  // Of triggers nothing that says whom KEDA asks, and as whom: it would ask with rights that are not the claim's, and send them along.
  'scaled-object': [
    'spec.advanced',
    'spec.cooldownPeriod',
    'spec.fallback',
    'spec.pollingInterval',
    'spec.triggers.*.metricType',
    'spec.triggers.*.useCachedMetrics',
  ],
  'disruption-budget': ['spec.maxUnavailable', 'spec.minAvailable', 'spec.unhealthyPodEvictionPolicy'],
}

interface Overridden {
  readonly plan: Plan<ServiceKey>
  readonly deviations: readonly Deviation[]
}

/** The plan with what the claim changes of it, or why it may not. */
export const overridden = (
  plan: Plan<ServiceKey>,
  overrides: readonly Override[],
  { policy = {} }: PlatformSpec,
): Outcome<Overridden> => {
  if (overrides.length === 0) return ok({ plan, deviations: [] })
  const early = overrideRefusals(overrides, { policy })
  if (early.length > 0) return refused(...early)
  const refusals: Refusal[] = []
  let changed = plan
  for (const [index, override] of overrides.entries()) {
    const outcome = changedBy(changed, override, `spec.overrides[${index}]`)
    if (outcome.ok) changed = outcome.value
    else refusals.push(...outcome.refusals)
  }
  if (refusals.length > 0) return refused(...refusals)
  return ok({
    plan: changed,
    deviations: overrides.map(({ target, reason }) => ({ field: `spec.overrides[${target}]`, reason })),
  })
}

/** What is wrong with overrides whatever they change: there may be none, or not of that. */
export const overrideRefusals = (
  overrides: readonly Override[],
  { policy = {} }: Pick<PlatformSpec, 'policy'>,
): readonly Refusal[] => {
  if (overrides.length === 0) return []
  if (policy.overrides !== 'Allow')
    return [
      refuse(
        'OverrideNotAllowed',
        'spec.overrides',
        'the platform allows none (policy.overrides): ask for a field that does what you need',
      ),
    ]
  return overrides.flatMap(({ target }, index) =>
    targets.some(name => name === target)
      ? []
      : [
          refuse(
            'OverrideNotAllowed',
            `spec.overrides[${index}].target`,
            `"${target}" can't be changed; these can: ${targets.join(', ')}`,
          ),
        ],
  )
}

const changedBy = (plan: Plan<ServiceKey>, override: Override, path: string): Outcome<Plan<ServiceKey>> => {
  const key = targets.find(name => name === override.target)
  const entry = key && plan[key]
  // What is not there now may be there later: the override waits with it.
  if (!key || entry?.state !== 'emit') return ok(plan)
  const resource = patched(entry, override)
  if (typeof resource === 'string') return refused(refuse('OverrideNotAllowed', `${path}.jsonPatch`, resource))
  const allowed = changeable[key]
  const wrong = [...new Set(changesBetween(entry.resource, resource))].filter(
    change => !allowed.some(field => change === field || change.startsWith(`${field}.`)),
  )
  const asked = hostsIn(resource)
  if (asked.length > 0)
    return refused(
      ...asked.map(host =>
        refuse(
          'OverrideNotAllowed',
          path,
          `a node would ask ${host} for the pod: leave host out, and the pod itself is asked`,
        ),
      ),
    )
  return wrong.length > 0
    ? refused(
        ...wrong.map(field =>
          refuse('OverrideNotAllowed', path, `${field} of ${key} can't be changed; these can: ${allowed.join(', ')}`),
        ),
      )
    : ok({ ...plan, [key]: { ...entry, resource } })
}

/** The addresses that probes and hooks name, in place of the pod's own: the node asks them, from where no pod gets. */
const hostsIn = (resource: JsonObject): readonly string[] =>
  partsAt(resource, 'spec', 'template', 'spec', 'containers')
    .flatMap(container => [
      ...['livenessProbe', 'readinessProbe', 'startupProbe'].map(probe => objectAt(container, probe)),
      ...['postStart', 'preStop'].map(hook => objectAt(container, 'lifecycle', hook)),
    ])
    .flatMap(handler => ['httpGet', 'tcpSocket'].flatMap(way => textAt(handler, way, 'host') ?? []))
