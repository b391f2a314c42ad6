import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { Tier } from '../../../../apis/service/observability.ts'
import { refuse } from '../../../runtime/errors.ts'
import { channelLabels } from '../../../settings/alert-channels.ts'
import type { Alerts, Metrics, RequestMetric } from '../observability/watch.ts'
import { can, cannot, missing, none, without, type Decided } from './decided.ts'
import { sloOf, sloRefusals } from './slos.ts'

const field = 'spec.observability.alerting'

/** What people are told of, and where. `metrics`: what there is to judge requests by. */
export const decideAlerting = (
  { observability = {} }: ServiceSpec,
  tier: Tier,
  metrics: Decided<Metrics | undefined>,
  requests: RequestMetric,
  platform: PlatformSpec,
): Decided<Alerts | undefined> => {
  const asked = observability.alerting
  const { mode = 'Generated', rules = [], slos = [], channels = [] } = asked ?? {}
  if (mode === 'Disabled') return none
  const labels = channelLabels(channels, platform)
  if (!labels.ok) return cannot(...labels.refusals)
  if (!platform.integrations?.monitoring) {
    const explicit = ['mode', 'rules', 'slos'].find(name => Object.hasOwn(asked ?? {}, name))
    if (explicit) return missing('monitoring', 'Prometheus, which judges alerts', `${field}.${explicit}`)
    return asked ? without(field, 'the platform has no Prometheus: nothing alerts') : none
  }
  const { value: measured, refusals: unmeasured } = metrics
  const decided = { mode, channels: labels.value, rules, slos: slos.map(slo => sloOf(slo, tier)) }
  if (slos.length === 0) return can(decided)
  if (!measured)
    // What keeps the service from being measured may have been said already.
    return unmeasured.length > 0 ? none : cannot(unmeasurable)
  const refusals = slos.flatMap(slo => sloRefusals(slo, sloOf(slo, tier), measured, requests))
  return refusals.length > 0 ? cannot(...refusals) : can(decided)
}

const unmeasurable = refuse(
  'InvalidCombination',
  `${field}.slos`,
  'objectives are measured by the service’s own metrics, and spec.observability.metrics.mode is Disabled',
)
