import type { Service } from '../service.ts'
import { generated, owned, type RuleGroup, type Urgency } from './alert.ts'
import { burnRatesOf, durationOf, thresholdOf, windowsOf, type BurnRate } from './burn-rates.ts'
import type { Requests } from './requests.ts'
import type { Slo } from './watch.ts'

/** Windows from here on change slowly and cost much: they are looked at less often. */
const aDay = 86_400

/** What an objective is made of: the share of bad requests in each window, recorded once, and alerts that compare them. */
export const sloGroups = (service: Service, requests: Requests, slo: Slo): readonly RuleGroup[] => {
  const rates = burnRatesOf(slo)
  const windows = windowsOf(rates)
  const records = (of: readonly number[]) =>
    of.map(seconds => ({
      record: recordOf(seconds),
      expr: requests.bad(slo, durationOf(seconds)),
      labels: { ...owned(service), slo: slo.name },
    }))
  const long = records(windows.filter(seconds => seconds >= aDay))
  return [
    { name: `slo.${slo.name}`, rules: records(windows.filter(seconds => seconds < aDay)) },
    ...(long.length > 0 ? [{ name: `slo.${slo.name}.long`, interval: '2m', rules: long }] : []),
    {
      name: `slo.${slo.name}.alerts`,
      rules: (['Page', 'Ticket'] as const).flatMap(urgency => {
        const own = rates.filter(rate => rate.urgency === urgency)
        return own.length > 0 ? [burning(service, slo, urgency, own)] : []
      }),
    },
  ]
}

/** The name of a recorded share, by Prometheus' convention: level, metric, operation. */
export const recordOf = (seconds: number): string => `service:slo_errors:ratio_rate${durationOf(seconds)}`

/** The recorded share of an objective. */
export const recorded = (service: Service, slo: Slo, seconds: number): string => {
  const { namespace, service: name } = owned(service)
  return `${recordOf(seconds)}{namespace="${namespace}",service="${name}",slo="${slo.name}"}`
}

const burning = (service: Service, slo: Slo, urgency: Urgency, rates: readonly BurnRate[]) =>
  generated(service, {
    name: urgency === 'Page' ? 'ServiceErrorBudgetBurnFast' : 'ServiceErrorBudgetBurnSlow',
    expr: rates.map(rate => exceeded(service, slo, rate)).join(' or '),
    forSeconds: 0,
    urgency,
    labels: { slo: slo.name },
    summary: `${service.claim.name} breaks its objective “${slo.name}”: {{ $value | humanizePercentage }} of requests ${badly(slo)}`,
    description: `${percentOf(slo)} % of requests have to be answered well over ${slo.windowDays} days. At this rate what that allows is used up within ${hoursLeft(slo, rates)}.`,
  })

const exceeded = (service: Service, slo: Slo, rate: BurnRate): string => {
  const above = (seconds: number) => `${recorded(service, slo, seconds)} > ${thresholdOf(rate, slo)}`
  return `(${above(rate.long)} and ${above(rate.short)})`
}

const badly = ({ type, thresholdMilliseconds }: Slo): string =>
  type === 'Latency' ? `take longer than ${thresholdMilliseconds} ms` : "are answered with a server's error"

export const percentOf = ({ budget }: Slo): number => (100_000 - budget) / 1000

/** How long it takes at the slowest of these rates. */
const hoursLeft = ({ windowDays }: Slo, rates: readonly BurnRate[]): string => {
  const slowest = Math.min(...rates.map(({ tenths }) => tenths))
  const hours = Math.round((windowDays * 24 * 10) / slowest)
  return hours >= 72 ? `${Math.round(hours / 24)} days` : `${hours} hours`
}
