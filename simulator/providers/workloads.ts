import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { at, listAt, numberAt, objectAt, textAt, withAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from '../api/object.ts'
import { conditionsOf, withConditions, type NewCondition } from '../core/conditions.ts'
import type { Actor, Work, World } from './actor.ts'

/** The kinds that Kubernetes' own controllers act on, together with nodes that run what they make. */
export const workloadKinds = [
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  { apiVersion: 'batch/v1', kind: 'Job' },
  { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject' },
] as const

/** Kubernetes' controllers for workloads, KEDA, and nodes: pods start when all that they name is there, and jobs end. */
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
      case 'keda.sh/v1alpha1 ScaledObject':
        return nextOfScaledObject(world, object)
      default:
        return undefined
    }
  },
})

const manager = 'kube-controller-manager'

/** Writes the status of an object as it is by now: several controllers write to it, and none takes back what another has done. */
const writeStatus = (
  { api }: World,
  object: JsonObject,
  fields: JsonObject,
  conditions: readonly NewCondition[] = [],
): void => {
  const live = api.get(refOf(object)) ?? object
  const set = conditions.length > 0 && { conditions: withConditions(live, conditions, api.time()) as Json }
  api.update({ ...live, status: { ...objectAt(live, 'status'), ...fields, ...set } }, manager)
}

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
  if (present === wanted || !canStart(object, world.api)) return undefined
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

/** A node waits for every Secret, ConfigMap and account that a pod names. */
const canStart = (workload: JsonObject, api: World['api']): boolean => {
  const { namespace = '' } = refOf(workload)
  return namedBy(objectAt(workload, 'spec', 'template', 'spec')).every(
    ref => api.get({ ...ref, namespace }) !== undefined,
  )
}

const namedBy = (pod: JsonObject): readonly Omit<ObjectRef, 'namespace'>[] => {
  const found: Omit<ObjectRef, 'namespace'>[] = []
  const add = (kind: string, name: string | undefined) => {
    if (name !== undefined) found.push({ apiVersion: 'v1', kind, name })
  }
  for (const container of [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')]) {
    for (const variable of listAt(container, 'env')) {
      add('Secret', textAt(variable, 'valueFrom', 'secretKeyRef', 'name'))
      add('ConfigMap', textAt(variable, 'valueFrom', 'configMapKeyRef', 'name'))
    }
  }
  for (const volume of listAt(pod, 'volumes').filter(isObject)) {
    add('Secret', textAt(volume, 'secret', 'secretName'))
    add('ConfigMap', textAt(volume, 'configMap', 'name'))
    add('PersistentVolumeClaim', textAt(volume, 'persistentVolumeClaim', 'claimName'))
  }
  add('ServiceAccount', textAt(pod, 'serviceAccountName'))
  return found
}

/** The API server takes the end of a Job only together with the condition that announces it. */
const ends = {
  well: { announced: 'SuccessCriteriaMet', ended: 'Complete', reason: 'CompletionsReached' },
  badly: { announced: 'FailureTarget', ended: 'Failed', reason: 'BackoffLimitExceeded' },
} as const

const nextOfJob = (world: World, object: JsonObject): Work | undefined => {
  const ended = conditionsOf(object).some(
    ({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True',
  )
  if (ended || !canStart(object, world.api)) return undefined
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

/** Nor does anything ask for a pod: where there need be none, there is none. */
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

const targetOf = (object: JsonObject): ObjectRef => {
  const [apiVersion = '', kind = '', name = ''] = ['apiVersion', 'kind', 'name'].map(field =>
    textAt(object, 'spec', 'scaleTargetRef', field),
  )
  return { apiVersion, kind, name, namespace: refOf(object).namespace ?? '' }
}

const scaleTo = ({ api }: World, object: JsonObject, replicas: number): void => {
  const scaled = api.get(targetOf(object))
  if (scaled) api.update(withAt(scaled, ['spec', 'replicas'], replicas), manager)
}
