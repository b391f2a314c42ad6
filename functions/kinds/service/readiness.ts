import { calm } from '../../runtime/message.ts'
import { conditionOf } from '../../runtime/observed.ts'
import type { ReadinessCheck } from '../../runtime/plan.ts'
import { numberAt, textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import type { Scale } from './service.ts'

/**
 * A Deployment, when its pods are of the version that is asked for and enough of them take requests: all, or where something scales
 * the least that there may be. More or fewer pods by an autoscaler are no change of the service: it stays ready meanwhile.
 */
export const whenRolledOut =
  ({ engine, min, toZero }: Scale): ReadinessCheck =>
  deployment => {
    const wanted = numberAt(deployment, 'spec', 'replicas') ?? 1
    const [updated, available, all] = ['updatedReplicas', 'availableReplicas', 'replicas'].map(
      field => numberAt(deployment, 'status', field) ?? 0,
    )
    const isScaled = engine !== 'None' && all !== wanted
    if (!isCurrent(deployment) && !isScaled) return { ready: false, message: 'applying a change' }
    const refused = conditionOf(deployment, 'ReplicaFailure')
    if (textAt(refused, 'status') === 'True')
      return { ready: false, message: `no pod can be made: ${reasonOf(textAt(refused, 'message') ?? '')}` }
    const progressing = conditionOf(deployment, 'Progressing')
    if (textAt(progressing, 'status') === 'False')
      return { ready: false, message: calm(textAt(progressing, 'message') ?? 'it makes no progress') }
    const least = engine === 'None' ? wanted : toZero ? 0 : min
    if (updated === all && (available ?? 0) >= least && textAt(progressing, 'status') !== undefined)
      return { ready: true }
    return { ready: false, message: 'its pods are being replaced' }
  }

/** A quota or a namespace's pod security, in the API server's words, without the name that each pod would have had. */
const reasonOf = (message: string): string => calm(message.replace(/^pods "[^"]*" is forbidden: /, ''))

const isCurrent = (object: Readable): boolean =>
  (numberAt(object, 'status', 'observedGeneration') ?? 0) >= (numberAt(object, 'metadata', 'generation') ?? 0)
