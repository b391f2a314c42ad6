import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderFaults } from '../../../control-plane/providers/faults.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { environmentClaim, serviceClaim } from '../../harness/claims.ts'
import { keyOfComposed, untilAtRestOn } from '../objects.ts'
import {
  applyPlatform,
  cluster,
  composedOf,
  folders,
  hurry,
  kubectl,
  newNamespace,
  now,
  untilCondition,
  untilReady,
} from '../shared/bed.ts'

const failure = 'Job has reached the specified backoff limit'
const image = (name: string, tag: string) => `registry.example.com/shop/${name}:${tag}`

const namespace = await newNamespace('migrated')
const service = (tag: string) =>
  serviceClaim(
    { image: image('api', tag), rollout: { preDeploy: [{ name: 'check', command: ['check'] }] } },
    { namespace },
  )
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api', namespace } }

const name = `seeded-${process.pid}`
hurry(name)
const environment = (tag: string) =>
  environmentClaim(
    {
      placement: { provider: 'Kubernetes' },
      databases: [{ name: 'orders', seed: { image: image('seed', tag), command: ['/seed', 'orders'] } }],
    },
    { name },
  )
const database = {
  apiVersion: 'platform.roadbed.dev/v1alpha1',
  kind: 'XDatabase',
  metadata: { name: 'orders', namespace: name },
}
const record = async () => textAt(await now(database), 'metadata', 'annotations', 'platform.roadbed.dev/seed')

/** Every pod that has been made to load the database. */
const loaders = async () =>
  (await cluster.list('v1', 'Pod', name)).items.filter(
    pod => textAt(pod, 'metadata', 'labels', 'platform.roadbed.dev/seed') === 'orders',
  )

let before = ''

beforeAll(async () => {
  await applyPlatform()
  await cluster.apply(service('1.0.0'))
  await untilReady(service('1.0.0'))
  before = JSON.stringify(objectAt(await now(deployment), 'spec', 'template'))
  // Whatever runs to its end fails, everywhere on this control plane.
  orderFaults(folders, [{ kind: 'Job', times: 1, message: failure }])
  await cluster.apply(service('2.0.0'))
  await cluster.apply(environment('1.0.0'))
})

afterAll(async () => {
  orderFaults(folders, [])
  await cluster.remove(environment('1.0.0'))
})

describe('a job that fails, in a real Crossplane', () => {
  it('keeps the old version of its service, which says why', async () => {
    await untilCondition(
      service('2.0.0'),
      'RolledOut',
      /^False JobFailed: job-check-.*failed: Job has reached.*The version before goes on/,
    )
    expect(JSON.stringify(objectAt(await now(deployment), 'spec', 'template'))).toBe(before)
  })

  it('keeps the database that it was to load, and the environment says why and what to do', async () => {
    await untilCondition(
      environment('1.0.0'),
      'Seeded',
      /^False LoadFailed: orders: failed: Job has reached.*kubectl delete -n seeded-\d+ job\/.*The database stays/,
    )
    expect(await record()).toBe('Failed')
    expect((await loaders()).map(pod => textAt(pod, 'status', 'phase'))).toEqual(['Failed', 'Failed', 'Failed'])
  })

  it('runs again when it is deleted, and the service goes on', async () => {
    orderFaults(folders, [])
    const failed = (await composedOf(service('2.0.0'))).find(
      object => textAt(object, 'kind') === 'Job' && keyOfComposed(object).startsWith('job-check'),
    )
    await cluster.remove(failed ?? {})
    await untilCondition(service('2.0.0'), 'RolledOut', /^True AllPods: registry\.example\.com\/shop\/api:2\.0\.0/)
  })

  it('is another one with a corrected image: a restricted pod loads the database, once, whatever becomes of its Job', async () => {
    await cluster.apply(environment('1.0.1'))
    await untilReady(environment('1.0.1'), 120)
    await untilCondition(environment('1.0.1'), 'Seeded', /^True AllLoaded/)
    expect(await record()).toBe('Loaded')
    const namespaceOf = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } }
    expect(textAt(await now(namespaceOf), 'metadata', 'labels', 'pod-security.kubernetes.io/enforce')).toBe(
      'restricted',
    )
    expect((await loaders()).map(pod => textAt(pod, 'status', 'phase'))).toEqual(['Succeeded'])
    const job = (await composedOf(environment('1.0.1'))).find(object => textAt(object, 'kind') === 'Job')
    // With its pods, as people delete one; the API's own default leaves them.
    await kubectl('delete', '-n', name, `job/${textAt(job, 'metadata', 'name')}`)
    await cluster.apply(environment('1.0.2'))
    await untilAtRestOn(cluster, [environment('1.0.2')])
    await untilReady(environment('1.0.2'))
    expect((await composedOf(environment('1.0.2'))).filter(object => textAt(object, 'kind') === 'Job')).toEqual([])
    expect((await loaders()).filter(pod => textAt(pod, 'metadata', 'deletionTimestamp') === undefined)).toEqual([])
  })
})
