import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, numberAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import { conditionsOf } from '../core/conditions.ts'
import type { Actor, Work, World } from './actor.ts'
import { scaleTo, targetOf } from './scale.ts'
import { writeStatus } from './write-status.ts'

const apiVersion = 'keda.sh/v1alpha1'

/** The second it only looks into. */
export const kedaKinds = [
  { apiVersion, kind: 'ScaledObject' },
  { apiVersion, kind: 'TriggerAuthentication' },
] as const

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
  const told = conditionsOf(object).find(({ type }) => type === 'Ready')
  if (present === undefined) return undefined
  if (!knowsHowToAsk(world, object)) {
    if (told) return undefined
    const message = 'Triggers defined in ScaledObject are not working correctly'
    const failed = { type: 'Ready', status: 'False', reason: 'ScaledObjectCheckFailed', message }
    return { seconds: 5, run: () => writeStatus(world, object, { conditions: [failed] }) }
  }
  if (present === wanted && told?.['status'] === 'True') return undefined
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

/** Whether all is there by which it may ask: what a trigger names, and the Secret's key that this names. */
const knowsHowToAsk = ({ api }: World, object: JsonObject): boolean => {
  const { namespace = '' } = refOf(object)
  const names = listAt(object, 'spec', 'triggers').flatMap(
    trigger => textAt(trigger, 'authenticationRef', 'name') ?? [],
  )
  return names.every(name => {
    const authentication = api.get({ apiVersion, kind: 'TriggerAuthentication', name, namespace })
    if (!authentication) return false
    return listAt(authentication, 'spec', 'secretTargetRef').every(target => {
      const secret = api.get({ apiVersion: 'v1', kind: 'Secret', name: textAt(target, 'name') ?? '', namespace })
      return textAt(secret, 'data', textAt(target, 'key') ?? '') !== undefined
    })
  })
}
