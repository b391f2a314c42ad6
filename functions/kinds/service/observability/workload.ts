import { nameOf } from '../../composed.ts'
import type { Service } from '../service.ts'

/** Labels of a service's own containers, as cAdvisor and kube-state-metrics write them. */
export const containersOf = ({ claim }: Service): string =>
  `namespace="${claim.namespace}",pod=~"${claim.name}-[a-z0-9]+-[a-z0-9]{5}",container="service"`

/** Labels of its Deployment. */
export const deploymentOf = ({ claim }: Service): string => `namespace="${claim.namespace}",deployment="${claim.name}"`

/** The HorizontalPodAutoscaler that has its number of pods, if there is one: KEDA makes one of its own. */
export const autoscalerOf = ({ scale, observed }: Service): string | undefined => {
  switch (scale.engine) {
    case 'HPA':
      return nameOf(observed, 'autoscaler')
    case 'KEDA':
      return `keda-hpa-${nameOf(observed, 'scaled-object')}`
    case 'None':
      return undefined
  }
}
