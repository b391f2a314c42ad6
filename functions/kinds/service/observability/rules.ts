import { PrometheusRule } from '../../../generated/monitoring.coreos.com/prometheus-rule.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { alert, type RuleGroup } from './alert.ts'
import { requestAlerts } from './request-alerts.ts'
import { requestsOf } from './requests.ts'
import { sloGroups } from './slo.ts'
import { workloadAlerts } from './workload-alerts.ts'

/** The alerts that every service should have, and those of its objectives. */
export const alerts = (service: Service): Entry => {
  if (!service.watch.alerts) return absent('nothing alerts')
  const groups = groupsOf(service)
  return groups.length === 0 ? absent('no alert is generated') : ruleObject(service, 'alerts', groups)
}

/**
 * The developer's own, in an object of their own: one that Prometheus can't read makes its operator leave out the whole object, and the
 * others have to stay.
 */
export const customAlerts = (service: Service): Entry => {
  const rules = service.watch.alerts?.rules ?? []
  if (rules.length === 0) return absent('the claim has no alerts of its own')
  return ruleObject(service, 'custom-alerts', [
    {
      name: 'custom',
      rules: rules.map(({ name, expr, forSeconds = 300, severity = 'Warning', summary, runbookUrl }) =>
        alert(service, {
          name,
          expr,
          forSeconds,
          severity,
          summary: summary ?? `${service.claim.name}: ${name}`,
          runbookUrl,
        }),
      ),
    },
  ])
}

const groupsOf = (service: Service): readonly RuleGroup[] => {
  const { mode, slos } = service.watch.alerts ?? { slos: [] }
  const requests = requestsOf(service)
  return [
    ...(mode === 'Generated' ? [{ name: 'workload', rules: workloadAlerts(service) }] : []),
    ...(mode === 'Generated' && requests ? some('requests', requestAlerts(service, requests)) : []),
    ...(requests ? slos.flatMap(slo => sloGroups(service, requests, slo)) : []),
  ]
}

const some = (name: string, rules: NonNullable<RuleGroup['rules']>): readonly RuleGroup[] =>
  rules.length > 0 ? [{ name, rules }] : []

const ruleObject = (service: Service, key: 'alerts' | 'custom-alerts', groups: readonly RuleGroup[]): Entry =>
  object(service.claim, key, PrometheusRule, { spec: { groups } }, { labels: service.watch.prometheus?.labels ?? {} })
