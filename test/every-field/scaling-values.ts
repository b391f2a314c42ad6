import type { JsonObject } from '../../functions/runtime/json.ts'

type Change = readonly [before: JsonObject, after: JsonObject]

const scaled = (before: JsonObject, after: JsonObject): Change => [
  { replicas: { min: 2, max: 4 }, scaling: before },
  { replicas: { min: 2, max: 4 }, scaling: after },
]
const cron = (change: JsonObject) => ({
  name: 'day',
  type: 'Cron',
  start: '0 8 * * *',
  end: '0 18 * * *',
  replicas: 2,
  ...change,
})
const query = (change: JsonObject) => ({ name: 'q', type: 'Prometheus', query: 'a', targetValue: '1', ...change })
const queue = (change: JsonObject): JsonObject => ({
  metrics: [{ name: 'orders', type: 'Queue', queue: { name: 'orders', messagesPerReplica: 20, ...change } }],
})
const broker = (change: JsonObject): JsonObject => ({
  placement: { provider: 'Kubernetes' },
  replicas: { min: 2, max: 4 },
  scaling: queue({ connection: { secretName: 'rabbit', key: 'uri', ...change } }),
})

/** For each field of an XService that says how many pods there are: as in service-values.ts. */
export const scalingChanges: Readonly<Record<string, Change>> = {
  'replicas.min': [{}, { replicas: { min: 3 } }],
  'replicas.max': [{ replicas: { min: 1 } }, { replicas: { min: 1, max: 3 } }],
  'scaling.engine': scaled({}, { engine: 'None' }),
  'scaling.scaleDownSeconds': scaled({}, { scaleDownSeconds: 60 }),
  'scaling.metrics[].name': scaled({ metrics: [cron({})] }, { metrics: [cron({ name: 'other' })] }),
  'scaling.metrics[].type': scaled(
    { metrics: [{ name: 'a', type: 'CPU' }] },
    { metrics: [{ name: 'a', type: 'Memory' }] },
  ),
  'scaling.metrics[].targetPercent': scaled({}, { metrics: [{ name: 'a', type: 'CPU', targetPercent: 60 }] }),
  'scaling.scaleToZero': scaled({ metrics: [cron({})] }, { metrics: [cron({})], scaleToZero: 'Enabled' }),
  'scaling.metrics[].query': scaled({ metrics: [query({})] }, { metrics: [query({ query: 'b' })] }),
  'scaling.metrics[].targetValue': scaled({ metrics: [query({})] }, { metrics: [query({ targetValue: '2' })] }),
  'scaling.metrics[].start': scaled({ metrics: [cron({})] }, { metrics: [cron({ start: '1 8 * * *' })] }),
  'scaling.metrics[].end': scaled({ metrics: [cron({})] }, { metrics: [cron({ end: '1 18 * * *' })] }),
  'scaling.metrics[].timeZone': scaled({ metrics: [cron({})] }, { metrics: [cron({ timeZone: 'Asia/Tokyo' })] }),
  'scaling.metrics[].replicas': scaled({ metrics: [cron({})] }, { metrics: [cron({ replicas: 3 })] }),
  'scaling.metrics[].queue.name': scaled(queue({}), queue({ name: 'invoices' })),
  'scaling.metrics[].queue.messagesPerReplica': scaled(queue({}), queue({ messagesPerReplica: 50 })),
  'scaling.metrics[].queue.connection.secretName': [broker({}), broker({ secretName: 'other' })],
  'scaling.metrics[].queue.connection.key': [broker({}), broker({ key: 'other' })],
}
