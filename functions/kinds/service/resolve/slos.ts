import type { Objective } from '../../../../apis/service/alerting.ts'
import type { Tier } from '../../../../apis/service/observability.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { shortestWindow } from '../observability/burn-rates.ts'
import type { Metrics, RequestMetric, Slo } from '../observability/watch.ts'

/** Percent of requests, by how much depends on a service. */
const byTier: Readonly<Record<Tier, number>> = { Tier1: 99.95, Tier2: 99.9, Tier3: 99.5, Tier4: 99 }

export const sloOf = (
  { name, type, objectivePercent, windowDays = 30, thresholdMilliseconds = 0 }: Objective,
  tier: Tier,
): Slo => ({
  name,
  type,
  budget: 100_000 - thousandths(objectivePercent ?? byTier[tier]),
  windowDays,
  thresholdMilliseconds,
})

const thousandths = (percent: number): number => Math.round(percent * 1000)

/** How often a program that sends its metrics does so, in seconds: OpenTelemetry's default. */
const exportInterval = 60

/** A rate needs this many values at least, or one that is late makes it vanish. */
const leastValues = 4

/** An objective that nobody could keep or measure. */
export const sloRefusals = (
  { name, objectivePercent, thresholdMilliseconds }: Objective,
  { windowDays }: Slo,
  metrics: Metrics,
  { bucketsMilliseconds }: RequestMetric,
): readonly Refusal[] => {
  const path = `spec.observability.alerting.slos[${name}]`
  const interval = metrics.mode === 'Scrape' ? metrics.intervalSeconds : exportInterval
  const shortest = shortestWindow(windowDays)
  const daysNeeded = Math.ceil((leastValues * interval * windowDays) / shortest)
  return [
    ...percentRefusals(objectivePercent, `${path}.objectivePercent`),
    ...(shortest < leastValues * interval
      ? [
          refuse(
            'InvalidCombination',
            `${path}.windowDays`,
            `over ${windowDays} days it is looked at ${shortest} s at a time, which is less than ${leastValues} times the ${interval} s between two values: write ${daysNeeded} or more${metrics.mode === 'Scrape' ? `, or metrics.intervalSeconds ${Math.floor(shortest / leastValues)}` : ''}`,
          ),
        ]
      : []),
    ...(thresholdMilliseconds !== undefined && !bucketsMilliseconds.includes(thresholdMilliseconds)
      ? [
          refuse(
            'InvalidClaim',
            `${path}.thresholdMilliseconds`,
            `${thresholdMilliseconds} is none of the times that programs count by: ${bucketsMilliseconds.join(', ')}`,
          ),
        ]
      : []),
  ]
}

const percentRefusals = (percent: number | undefined, path: string): readonly Refusal[] => {
  if (percent === undefined) return []
  const rounded = thousandths(percent)
  if (rounded >= 100_000)
    return [
      refuse('InvalidClaim', path, `${percent} allows no error at all, so that each would alert: write 99.99 or less`),
    ]
  return Math.abs(percent * 1000 - rounded) > 1e-6
    ? [refuse('InvalidClaim', path, `${percent} has more than three decimals: write ${rounded / 1000}`)]
    : []
}
