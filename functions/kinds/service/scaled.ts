import { absent, waiting, type Entry } from '../../runtime/plan.ts'
import type { Service } from './service.ts'

/** What an autoscaler scales. */
export const scaleTargetRef = ({ claim }: Service) => ({ apiVersion: 'apps/v1', kind: 'Deployment', name: claim.name })

/** Why nothing is scaled; `undefined` when it can be. An autoscaler that comes before its Deployment warns of one that is not found. */
export const unscaled = ({ suspended, observed }: Service): Entry | undefined => {
  if (suspended) return absent('the service is suspended')
  return observed.composed('deployment') ? undefined : waiting('deployment', 'there is nothing to scale yet')
}
