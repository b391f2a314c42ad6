import { HorizontalPodAutoscaler } from '../../generated/autoscaling/horizontal-pod-autoscaler.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import { scaleTargetRef, unscaled } from './scaled.ts'
import type { Service } from './service.ts'

/** Adds and takes away pods by what they use. What it finds is its own affair: a service is ready without. */
export const autoscaler = (service: Service): Entry => {
  const { claim, scale } = service
  if (scale.engine !== 'HPA') return absent('nothing scales by CPU or memory')
  const reason = unscaled(service)
  if (reason) return reason
  return object(claim, 'autoscaler', HorizontalPodAutoscaler, {
    spec: {
      scaleTargetRef: scaleTargetRef(service),
      minReplicas: scale.min,
      maxReplicas: scale.max,
      metrics: metricsOf(service),
      ...(scale.scaleDownSeconds !== undefined && {
        behavior: { scaleDown: { stabilizationWindowSeconds: scale.scaleDownSeconds } },
      }),
    },
  })
}

type Metrics = NonNullable<NonNullable<HorizontalPodAutoscaler['spec']>['metrics']>

const metricsOf = ({ scale }: Service): Metrics =>
  scale.metrics.map(({ type, targetPercent = 80 }) => ({
    type: 'Resource',
    resource: {
      name: type.toLowerCase(),
      target: { type: 'Utilization', averageUtilization: targetPercent },
    },
  }))
