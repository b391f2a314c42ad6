import { PodDisruptionBudget } from '../../generated/policy/pod-disruption-budget.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import { numberOrShare } from './deployment.ts'
import { selectorOf } from './selector.ts'
import type { Service } from './service.ts'

/** Keeps the maintenance of nodes from taking all pods at once. For a single pod it would only keep nodes from being maintained. */
export const disruptionBudget = (service: Service): Entry => {
  const { claim, scale, suspended, disruption } = service
  if (suspended) return absent('the service is suspended')
  if (scale.min < 2) return absent('there may be a single pod')
  const { minAvailable, maxUnavailable = '1' } = disruption
  return object(claim, 'disruption-budget', PodDisruptionBudget, {
    spec: {
      ...(minAvailable === undefined
        ? { maxUnavailable: numberOrShare(maxUnavailable) }
        : { minAvailable: numberOrShare(minAvailable) }),
      selector: selectorOf(service),
      // A pod that is not well protects nobody.
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  })
}
