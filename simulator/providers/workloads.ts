import type { JsonObject } from '../../functions/runtime/json.ts'
import { at, numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import { conditionsOf, type NewCondition } from '../core/conditions.ts'
import type { Actor, Work, World } from './actor.ts'
import { canStart } from './pods.ts'
import { scaleTo, targetOf } from './scale.ts'
import { writeStatus } from './write-status.ts'

/** The kinds that Kubernetes' own controllers act on, together with nodes that run what they make. */
export const workloadKinds = [
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  { apiVersion: 'batch/v1', kind: 'Job' },
] as const

/** Kubernetes' controllers for workloads, and nodes: pods start when all that they name is there, and jobs end. */
export const workloads = (world: World): Actor => ({
  next: object => {
    if (textAt(object, 'metadata', 'deletionTimestamp')) return undefined
    switch (`${textAt(object, 'apiVersion')} ${textAt(object, 'kind')}`) {
      case 'apps/v1 Deployment':
        return nextOfDeployment(world, object)
      case 'batch/v1 Job':
        return nextOfJob(world, object)
      case 'autoscaling/v2 HorizontalPodAutoscaler':
        return nextOfAutoscaler(world, object, numberAt(object, 'spec', 'minReplicas') ?? 1)
      default:
        return undefined
    }
  },
})

/** First the new pods are made; some seconds later they take requests, and the old ones are gone. */
const nextOfDeployment = (world: World, object: JsonObject): Work | undefined => {
  const generation = numberAt(object, 'metadata', 'generation') ?? 1
  const wanted = numberAt(object, 'spec', 'replicas') ?? 1
  const present = numberAt(object, 'status', 'availableReplicas') ?? 0
  const seen = numberAt(object, 'status', 'observedGeneration') === generation
  const told = (available: number) => () =>
    writeStatus(
      world,
      object,
      {
        observedGeneration: generation,
        replicas: wanted,
        updatedReplicas: wanted,
        availableReplicas: available,
        readyReplicas: available,
      },
      conditionsWhen(available === wanted),
    )
  if (!seen) return { seconds: 1, run: told(Math.min(present, wanted)) }
  if (present === wanted || !startable(object, world)) return undefined
  return { seconds: 5 * world.slowness, run: told(wanted) }
}

const conditionsWhen = (done: boolean): readonly NewCondition[] => [
  {
    type: 'Available',
    status: done ? 'True' : 'False',
    reason: done ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    message: done ? 'Deployment has minimum availability.' : 'Deployment does not have minimum availability.',
  },
  { type: 'Progressing', status: 'True', reason: done ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated', message: '' },
]

const startable = (workload: JsonObject, { api }: World): boolean =>
  canStart(objectAt(workload, 'spec', 'template', 'spec'), refOf(workload).namespace ?? '', api)

/** The API server takes the end of a Job only together with the condition that announces it. */
const ends = {
  well: { announced: 'SuccessCriteriaMet', ended: 'Complete', reason: 'CompletionsReached' },
  badly: { announced: 'FailureTarget', ended: 'Failed', reason: 'BackoffLimitExceeded' },
} as const

const nextOfJob = (world: World, object: JsonObject): Work | undefined => {
  const ended = conditionsOf(object).some(
    ({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True',
  )
  if (ended || !startable(object, world)) return undefined
  return {
    seconds: 5 * world.slowness,
    run: () => {
      const fault = world.faults.find(({ kind }) => kind === 'Job')
      const { announced, ended: type, reason } = fault ? ends.badly : ends.well
      const startTime = textAt(object, 'metadata', 'creationTimestamp') ?? world.api.time()
      const counts = fault ? { failed: 3 } : { succeeded: 1, completionTime: world.api.time() }
      const said = { status: 'True', reason, message: fault?.message ?? '' } as const
      writeStatus(world, object, { startTime, ...counts }, [
        { type: announced, ...said },
        { type, ...said },
      ])
    },
  }
}

/** Nothing is under load here: there are as few pods as there may be. */
const nextOfAutoscaler = (world: World, object: JsonObject, least: number): Work | undefined => {
  const present = numberAt(world.api.get(targetOf(object)), 'spec', 'replicas')
  if (present === undefined || (present >= least && at(object, 'status', 'desiredReplicas') !== undefined))
    return undefined
  return {
    seconds: 15,
    run: () => {
      if (present < least) scaleTo(world, object, least)
      writeStatus(world, object, { currentReplicas: present, desiredReplicas: Math.max(present, least) })
    },
  }
}
