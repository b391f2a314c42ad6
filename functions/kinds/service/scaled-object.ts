import type { Metric } from '../../../apis/service/scaling.ts'
import { ScaledObject } from '../../generated/keda.sh/scaled-object.ts'
import { absent, waiting, type Entry } from '../../runtime/plan.ts'
import { whenCondition } from '../../runtime/readiness.ts'
import { nameOf, object } from '../composed.ts'
import { queueTrigger } from './queue-trigger.ts'
import { scaleTargetRef, unscaled } from './scaled.ts'
import type { Scale, Service } from './service.ts'
import { authenticationKey } from './trigger-authentication.ts'

/** KEDA's rule: it makes an autoscaler of it, and takes the last pod away and brings the first back where that is asked for. */
export const scaledObject = (service: Service): Entry => {
  const { claim, scale } = service
  if (scale.engine !== 'KEDA') return absent('nothing scales by queues, by queries or by time')
  const reason = unscaled(service)
  if (reason) return reason
  const early = service.queues.map(authenticationKey).find(key => !service.observed.composed(key))
  if (early) return waiting(early, 'KEDA would warn of one that is not there')
  return object(
    claim,
    'scaled-object',
    ScaledObject,
    {
      spec: {
        scaleTargetRef: scaleTargetRef(service),
        ...(scale.toZero && { idleReplicaCount: 0, cooldownPeriod: scale.scaleDownSeconds ?? 300 }),
        minReplicaCount: scale.min,
        maxReplicaCount: scale.max,
        triggers: triggersOf(service),
        ...(scale.scaleDownSeconds !== undefined && {
          advanced: {
            horizontalPodAutoscalerConfig: {
              behavior: { scaleDown: { stabilizationWindowSeconds: scale.scaleDownSeconds } },
            },
          },
        }),
      },
    },
    { readiness: whenCondition('Ready') },
  )
}

type Trigger = ScaledObject['spec']['triggers'][number]

const triggersOf = (service: Service): readonly Trigger[] => [
  ...service.scale.metrics.flatMap(metric => trigger(metric, service.scale) ?? []),
  ...service.queues.map(queue => ({
    ...queueTrigger(queue),
    name: queue.metric,
    authenticationRef: { name: nameOf(service.observed, authenticationKey(queue)) },
  })),
]

/** KEDA's documentation, “Scalers”: CPU, Memory, Prometheus and Cron. All values are texts. */
const trigger = (metric: Metric, { prometheusUrl = '' }: Scale): Trigger | undefined => {
  const {
    name,
    type,
    targetPercent = 80,
    query = '',
    targetValue = '',
    start = '',
    end = '',
    timeZone = 'UTC',
  } = metric
  switch (type) {
    case 'CPU':
    case 'Memory':
      return { type: type.toLowerCase(), name, metricType: 'Utilization', metadata: { value: String(targetPercent) } }
    case 'Prometheus':
      return { type: 'prometheus', name, metadata: { serverAddress: prometheusUrl, query, threshold: targetValue } }
    case 'Cron':
      return {
        type: 'cron',
        name,
        metadata: { timezone: timeZone, start, end, desiredReplicas: String(metric.replicas ?? 1) },
      }
    // Decided with the place of the service.
    case 'Queue':
      return undefined
  }
}
