import { qualified } from '../../../../apis/group.ts'
import type { AlertRule } from '../../../../apis/service/alerting.ts'
import type { Tier } from '../../../../apis/service/observability.ts'
import type { PrometheusRule } from '../../../generated/monitoring.coreos.com/prometheus-rule.ts'
import { present } from '../../../runtime/json.ts'
import { textAt } from '../../../runtime/read.ts'
import { isLasting } from '../../../settings/environment.ts'
import type { Service } from '../service.ts'
import { durationOf } from './burn-rates.ts'
import { dashboardUrl } from './dashboard-link.ts'

export type RuleGroup = NonNullable<PrometheusRule['spec']['groups']>[number]
export type Rule = NonNullable<RuleGroup['rules']>[number]

/** Page: somebody who uses the service notices. Ticket: nobody does yet, or nobody has to do anything tonight. */
export type Urgency = 'Page' | 'Ticket'

type Severity = NonNullable<AlertRule['severity']>

const severities: Readonly<Record<Urgency, Readonly<Record<Tier, Severity>>>> = {
  Page: { Tier1: 'Critical', Tier2: 'Critical', Tier3: 'Warning', Tier4: 'Info' },
  Ticket: { Tier1: 'Warning', Tier2: 'Warning', Tier3: 'Info', Tier4: 'Info' },
}

/** How bad an alert is, by how much depends on the service. Nobody is woken for what nobody depends on yet. */
export const severityOf = (urgency: Urgency, { watch, environment }: Service): Severity => {
  const severity = severities[urgency][watch.tier]
  return severity === 'Critical' && !isLasting(environment) ? 'Warning' : severity
}

interface Wanted {
  readonly name: string
  readonly expr: string
  readonly forSeconds: number
  readonly severity: Severity
  readonly summary: string
  readonly description?: string | undefined
  readonly runbookUrl?: string | undefined
  readonly labels?: Readonly<Record<string, string>>
}

/** An alert as Prometheus wants it, with the labels by which it is routed and found. */
export const alert = (service: Service, wanted: Wanted): Rule => ({
  alert: wanted.name,
  expr: wanted.expr,
  ...(wanted.forSeconds > 0 && { for: durationOf(wanted.forSeconds) }),
  labels: {
    ...service.watch.alerts?.channels,
    ...wanted.labels,
    ...identity(service),
    severity: wanted.severity.toLowerCase(),
  },
  annotations: present<Record<string, string>>({
    summary: wanted.summary,
    description: wanted.description,
    runbook_url: wanted.runbookUrl,
    dashboard_url: dashboardUrl(service),
  }),
})

/** Whose an alert, or a recorded value, is. */
const identity = ({ claim, environment, watch }: Service): Readonly<Record<string, string>> => ({
  ...owned({ claim }),
  environment,
  tier: watch.tier,
  ...present<Record<string, string>>({ team: textAt(claim.labels, qualified('team')) }),
})

/** The labels that tell a service's series from all others. */
export const owned = ({ claim }: Pick<Service, 'claim'>) => ({ namespace: claim.namespace, service: claim.name })

/** An alert that every service should have; the description tells what to do. */
export interface Generated extends Omit<Wanted, 'severity' | 'description'> {
  readonly urgency: Urgency
  readonly description: string
}

export const generated = (service: Service, { urgency, ...wanted }: Generated): Rule =>
  alert(service, { ...wanted, severity: severityOf(urgency, service) })
