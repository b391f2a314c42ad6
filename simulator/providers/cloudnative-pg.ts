import type { JsonObject } from '../../functions/runtime/json.ts'
import { numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import type { Actor, World } from './actor.ts'
import { certificate } from './certificate.ts'
import { withStatus, writeSecret } from './object.ts'

const postgresql = 'postgresql.cnpg.io/v1'
const healthy = 'Cluster in healthy state'

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

const nextOfCluster = ({ api, faults, slowness }: World, object: JsonObject) => {
  const phase = textAt(object, 'status', 'phase')
  const at = phases.findIndex(name => name === phase)
  const image = textAt(object, 'spec', 'imageName') ?? ''
  if (phase === healthy && readyFor(object) && textAt(object, 'status', 'image') === image) return undefined
  const broken = faults.find(({ kind }) => kind === 'Cluster')
  const next = broken && broken.times > 0 && at === 0 ? undefined : (phases[at + 1] ?? healthy)
  if (next === undefined) return undefined
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
      const status = {
        ...objectAt(updated, 'status'),
        phase: next,
        image,
        instances,
        readyInstances: ready ? instances : 0,
      }
      api.update({ ...updated, status }, 'cloudnative-pg')
    },
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
