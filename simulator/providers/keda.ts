import type { JsonObject } from '../../functions/runtime/json.ts'
import { numberAt, textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../core/conditions.ts'
import type { Actor, Work, World } from './actor.ts'
import { scaleTo, targetOf } from './scale.ts'
import { writeStatus } from './write-status.ts'

export const kedaKinds = [{ apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject' }] as const

/** KEDA, while nothing is under load. */
export const keda = (world: World): Actor => ({
  next: object =>
    textAt(object, 'kind') !== 'ScaledObject' || textAt(object, 'metadata', 'deletionTimestamp')
      ? undefined
      : nextOfScaledObject(world, object),
})

/** Nothing asks for a pod: where there need be none, there is none. */
const nextOfScaledObject = (world: World, object: JsonObject): Work | undefined => {
  const present = numberAt(world.api.get(targetOf(object)), 'spec', 'replicas')
  const wanted = numberAt(object, 'spec', 'idleReplicaCount') ?? numberAt(object, 'spec', 'minReplicaCount') ?? 0
  const isReady = conditionsOf(object).some(({ type, status }) => type === 'Ready' && status === 'True')
  if (present === undefined || (present === wanted && isReady)) return undefined
  return {
    seconds: 15,
    run: () => {
      if (present !== wanted) scaleTo(world, object, wanted)
      // KEDA's conditions tell no times.
      const ready = { type: 'Ready', status: 'True', reason: 'ScaledObjectReady', message: 'ScaledObject is defined' }
      writeStatus(world, object, { conditions: [ready] })
    },
  }
}
