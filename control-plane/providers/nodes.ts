import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../../simulator/api/object.ts'
import type { NewCondition } from '../../simulator/core/conditions.ts'
import type { Actor, World } from '../../simulator/providers/actor.ts'
import { canStart } from '../../simulator/providers/pods.ts'
import { writeStatus } from '../../simulator/providers/write-status.ts'

/** Seconds until a container takes requests, or a job's has ended. */
const seconds = 5

/**
 * Stands in for a scheduler and for nodes: a pod starts when all that it names is there, a job's ends at once, and nothing is pulled or run. It
 * has no node, so that the API server lets it go without one.
 */
export const nodes = (world: World): Actor => ({
  next: pod => {
    if (textAt(pod, 'kind') !== 'Pod' || textAt(pod, 'apiVersion') !== 'v1') return undefined
    if (textAt(pod, 'metadata', 'deletionTimestamp') || textAt(pod, 'status', 'phase') !== 'Pending') return undefined
    if (!canStart(objectAt(pod, 'spec'), refOf(pod).namespace ?? '', world.api)) return undefined
    return { seconds: seconds * world.slowness, run: () => runs(world, pod) }
  },
})

const runs = (world: World, pod: JsonObject): void => {
  const startTime = world.api.time()
  if (!ownedByJob(pod)) return writeStatus(world, pod, { phase: 'Running', startTime }, started)
  const fault = world.faults.find(({ kind }) => kind === 'Job')
  return fault
    ? writeStatus(world, pod, { phase: 'Failed', startTime, message: fault.message })
    : writeStatus(world, pod, { phase: 'Succeeded', startTime })
}

const ownedByJob = (pod: JsonObject): boolean =>
  listAt(pod, 'metadata', 'ownerReferences').some(owner => textAt(owner, 'kind') === 'Job')

const started: readonly NewCondition[] = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(type => ({
  type,
  status: 'True',
  reason: 'Started',
  message: '',
}))
