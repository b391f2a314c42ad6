import { Deployment } from '../../generated/apps/deployment.ts'
import { isObject } from '../../runtime/json.ts'
import { waiting, type Entry } from '../../runtime/plan.ts'
import { listAt, numberAt, objectAt, textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import { object } from '../composed.ts'
import { held } from './held.ts'
import { fixedNames } from './names.ts'
import { nameKnown } from '../fixed-name.ts'
import { podTemplate } from './pod/template.ts'
import { whenRolledOut } from './readiness.ts'
import { selectorOf } from './selector.ts'
import type { Service } from './service.ts'

/**
 * The pods. A new version starts when all that it is bound to is there and its jobs have run; until then the old one goes on as it
 * is.
 */
export const deployment = (service: Service): Entry => {
  if (!nameKnown(service.observed, fixedNames(service).deployment))
    return waiting('its name', 'whether the Deployment’s name is free is not known yet')
  const reason = held(service)
  if (reason) return waiting(reason.on, reason.why)
  const { strategy, progressDeadlineSeconds = 600 } = service.rollout
  return object(
    service.claim,
    'deployment',
    Deployment,
    {
      spec: {
        ...replicas(service),
        selector: selectorOf(service),
        strategy: strategy === 'Recreate' ? { type: strategy } : { type: strategy, rollingUpdate: stepsOf(service) },
        progressDeadlineSeconds,
        revisionHistoryLimit: 3,
        template: podTemplate(service),
      },
    },
    {
      name: service.claim.name,
      readiness: whenRolledOut(service.suspended ? { ...service.scale, engine: 'None' } : service.scale),
    },
  )
}

const stepsOf = ({ rollout: { maxUnavailable = '0', maxSurge = '1' } }: Service) => ({
  maxUnavailable: numberOrShare(maxUnavailable),
  maxSurge: numberOrShare(maxSurge),
})

export const numberOrShare = (text: string): number | string => (text.endsWith('%') ? text : Number(text))

/**
 * The number of pods, where nobody else decides it. Where something scales, it is left out; but a number that was ours cannot just be
 * dropped: the API server would put 1 in its place, and take pods away. So it is kept as it is until the autoscaler has set one.
 */
const replicas = (service: Service): { readonly replicas?: number } => {
  const { suspended, scale, observed } = service
  if (suspended) return { replicas: 0 }
  if (scale.engine === 'None') return { replicas: scale.min }
  const existing = observed.composed('deployment')?.resource
  if (!existing || !ownsReplicas(existing)) return {}
  const present = numberAt(existing, 'spec', 'replicas') ?? scale.min
  return { replicas: present === 0 ? Math.max(1, scale.min) : present }
}

/** Whether Crossplane, and nobody else, has set the number of pods. */
const ownsReplicas = (existing: Readable): boolean => {
  const owners = listAt(existing, 'metadata', 'managedFields')
    .filter(isObject)
    .filter(record => 'f:replicas' in objectAt(record, 'fieldsV1', 'f:spec'))
    .map(record => textAt(record, 'manager') ?? '')
  return owners.length > 0 && owners.every(manager => manager.startsWith('apiextensions.crossplane.io/'))
}
