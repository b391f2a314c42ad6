import type { Service } from '../service.ts'
import type { Slo } from './watch.ts'

/** What the service's own metrics tell of its requests, as PromQL. `window` is a length of time such as `5m`. */
export interface Requests {
  readonly perSecond: (window: string) => string
  /** The same by status. */
  readonly byStatus: (window: string) => string
  /** The share that was answered with a server's error; nothing where there was none. */
  readonly failed: (window: string) => string
  /** The time, in seconds, in which this share of requests was answered. */
  readonly quantile: (share: string, window: string) => string
  /** The share of requests that an objective counts as bad. */
  readonly bad: (slo: Slo, window: string) => string
}

/** `undefined` where the service tells nothing of itself. */
export const requestsOf = ({ claim, watch }: Service): Requests | undefined => {
  const { metrics, requests } = watch
  if (!metrics) return undefined
  // Prometheus' operator calls a scraped job as its Service; OpenTelemetry's metrics come with the service's namespace in it.
  const own =
    metrics.mode === 'Scrape'
      ? `namespace="${claim.namespace}",job="${claim.name}"`
      : `job="${claim.namespace}/${claim.name}"`
  const rate = (part: string, window: string, more = '') => `rate(${requests.name}_${part}{${own}${more}}[${window}])`
  const all = (window: string) => `sum(${rate('count', window)})`
  const failed = (window: string) => `sum(${rate('count', window, `,${requests.statusLabel}=~"5.."`)}) / ${all(window)}`
  const inTime = (milliseconds: number, window: string) =>
    `sum(${rate('bucket', window, `,${bucketOf(milliseconds)}`)})`
  return {
    perSecond: all,
    byStatus: window => `sum by (${requests.statusLabel}) (${rate('count', window)})`,
    failed,
    quantile: (share, window) => `histogram_quantile(${share}, sum by (le) (${rate('bucket', window)}))`,
    bad: ({ type, thresholdMilliseconds }, window) =>
      type === 'Availability' ? failed(window) : `1 - ${inTime(thresholdMilliseconds, window)} / ${all(window)}`,
  }
}

/** A bucket, by its bound in seconds. Whole ones are spelled 1 by some programs and versions of Prometheus, and 1.0 by others. */
const bucketOf = (milliseconds: number): string =>
  milliseconds % 1000 === 0 ? `le=~"${milliseconds / 1000}(\\\\.0)?"` : `le="${milliseconds / 1000}"`
