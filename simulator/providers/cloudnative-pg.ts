import type { JsonObject } from '../../functions/runtime/json.ts'
import { numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import type { Actor, Fault, World } from './actor.ts'
import { certificate } from './certificate.ts'
import { barmanKinds, missingForRecovery, nextOfBackup } from './barman.ts'
import { nextOfHibernation } from './hibernation.ts'
import { annotated, withStatus, writeSecret } from './object.ts'

const postgresql = 'postgresql.cnpg.io/v1'
const healthy = 'Cluster in healthy state'

/** The kinds that the operator acts on. */
export const postgresKinds = [
  { apiVersion: postgresql, kind: 'Cluster' },
  { apiVersion: postgresql, kind: 'Database' },
  ...barmanKinds,
] as const

/** CloudNativePG: brings a cluster up in phases, makes its Secrets, applies its databases. */
export const cloudNativePg = (world: World): Actor => ({
  next: object => {
    if (object['apiVersion'] !== postgresql || textAt(object, 'metadata', 'deletionTimestamp')) return undefined
    switch (object['kind']) {
      case 'Cluster':
        return nextOfCluster(world, object)
      case 'Database':
        return nextOfDatabase(world, object)
      default:
        return undefined
    }
  },
})

const phases = ['Setting up primary', 'Waiting for the instances to become active', healthy] as const

const nextOfCluster = (world: World, object: JsonObject) => {
  const { api, faults, slowness } = world
  const phase = textAt(object, 'status', 'phase')
  const at = phases.findIndex(name => name === phase)
  const image = textAt(object, 'spec', 'imageName') ?? ''
  if (phase === healthy && readyFor(object) && textAt(object, 'status', 'image') === image)
    return nextOfBackup(world, object) ?? nextOfHibernation(world, object)
  const failed = Number(textAt(object, 'metadata', 'annotations', triesAnnotation) ?? 0)
  const fault = faults.find(({ kind, times }) => kind === 'Cluster' && times > failed)
  if (fault && at === 0) return stumble(world, object, fault, failed)
  const missing = at === 0 ? missingForRecovery(api, object) : undefined
  if (missing !== undefined)
    return stumble(world, object, { kind: 'Cluster', times: Infinity, message: missing }, failed)
  const next = phases[at + 1] ?? healthy
  const ready = next === healthy
  return {
    seconds: (ready ? 60 : 10) * slowness,
    run: () => {
      if (at < 0) {
        const name = refOf(object).name
        writeSecret(
          api,
          object,
          `${name}-app`,
          { username: 'app', password: `generated-for-${name}` },
          'kubernetes.io/basic-auth',
        )
        writeSecret(api, object, `${name}-ca`, { 'ca.crt': certificate })
      }
      const condition = {
        type: 'Ready',
        status: ready ? 'True' : 'False',
        reason: ready ? 'ClusterIsReady' : 'ClusterIsNotReady',
        message: next,
      } as const
      const updated = withStatus(object, [condition], api.time())
      const instances = numberAt(object, 'spec', 'instances') ?? 1
      const { phaseReason: _reason, ...told } = objectAt(updated, 'status')
      const status = {
        ...told,
        phase: next,
        image,
        instances,
        readyInstances: ready ? instances : 0,
      }
      api.update({ ...updated, status }, 'cloudnative-pg')
    },
  }
}

const triesAnnotation = 'simulator.roadbed.dev/tries'

/** The operator says in the reason of the phase what it could not do, and tries again. */
const stumble = ({ api }: World, object: JsonObject, { message, times }: Fault, failed: number) => {
  const phaseReason = message
  if (times === Infinity && textAt(object, 'status', 'phaseReason') === phaseReason) return undefined
  return {
    seconds: 10,
    run: () =>
      api.update(
        {
          ...annotated(object, { [triesAnnotation]: String(failed + 1) }),
          status: { ...objectAt(object, 'status'), phaseReason },
        },
        'cloudnative-pg',
      ),
  }
}

const readyFor = (object: JsonObject): boolean => {
  const [condition] = [objectAt(object, 'status')['conditions']].flat()
  return (numberAt(condition ?? null, 'observedGeneration') ?? 0) >= (numberAt(object, 'metadata', 'generation') ?? 1)
}

const nextOfDatabase = ({ api, slowness }: World, object: JsonObject) => {
  const { namespace = '' } = refOf(object)
  const name = textAt(object, 'spec', 'cluster', 'name') ?? ''
  const generation = numberAt(object, 'metadata', 'generation') ?? 1
  const cluster = api.get({ apiVersion: postgresql, kind: 'Cluster', name, namespace })
  if (textAt(cluster, 'status', 'phase') !== healthy || numberAt(object, 'status', 'observedGeneration') === generation)
    return undefined
  return {
    seconds: 3 * slowness,
    run: () => api.update({ ...object, status: { applied: true, observedGeneration: generation } }, 'cloudnative-pg'),
  }
}
