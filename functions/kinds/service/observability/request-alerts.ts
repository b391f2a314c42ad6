import type { Service } from '../service.ts'
import { generated, type Rule } from './alert.ts'
import type { Requests } from './requests.ts'

/** Of requests that go wrong, where the claim has no objective of its own that would tell the same. */
export const requestAlerts = (service: Service, requests: Requests): readonly Rule[] => {
  const objectives = service.watch.alerts?.slos.map(({ type }) => type) ?? []
  return [
    ...(objectives.includes('Availability')
      ? []
      : [
          generated(service, {
            name: 'ServiceErrors',
            expr: `${requests.failed('5m')} > 0.05`,
            forSeconds: 600,
            urgency: 'Page',
            summary: `${service.claim.name} answers {{ $value | humanizePercentage }} of requests with a server's error`,
            description: 'More than 5 % for ten minutes. Look at its logs, and at what changed last.',
          }),
        ]),
    ...(objectives.includes('Latency')
      ? []
      : [
          generated(service, {
            name: 'ServiceSlow',
            expr: `${requests.quantile('0.95', '5m')} > 1`,
            forSeconds: 600,
            urgency: 'Page',
            summary: `${service.claim.name} takes {{ $value | humanizeDuration }} and more for one request in 20`,
            description: 'More than a second for ten minutes. Look at its CPU, and at what it waits for.',
          }),
        ]),
  ]
}
