import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { down } from '../../../control-plane/down.ts'
import { foldersOf, readSettings } from '../../../control-plane/state.ts'
import { up } from '../../../control-plane/up.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { condition } from '../objects.ts'
import { breakerOpens } from '../metrics.ts'

const name = 'e2e-breaker'
const namespace = 'noisy'
let cluster: Cluster

/** Of its own: at this pace the bucket fills by ten a second, slowly enough to be emptied by hand. */
beforeAll(async () => {
  const { kubeconfig } = await up({ name, pace: 0.1 }, () => undefined)
  cluster = connect(kubeconfig)
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  await cluster.apply(claim())
  await vi.waitUntil(async () => (await policies()).length > 0, { timeout: 60_000, interval: 200 })
  await forceOpen()
})
afterAll(() => down({ name, keepData: false }, () => undefined))

const claim = (spec: JsonObject = {}): JsonObject => databaseClaim(spec, { name: 'orders', namespace })
const now = async () => (await cluster.read('platform.roadbed.dev/v1alpha1', 'XDatabase', 'orders', namespace)) ?? {}
const policies = async () => (await cluster.list('networking.k8s.io/v1', 'NetworkPolicy')).items
const opens = () => breakerOpens(readSettings(foldersOf(name), name))

/** More writes to a composed object than the bucket holds. */
const forceOpen = async (): Promise<void> => {
  const [[policy = {}], before] = [await policies(), await opens()]
  for (let write = 0; write < 1000; write++) {
    await cluster.patch(policy, { metadata: { annotations: { noise: `${write}` } } })
    if (write % 50 === 49 && (await opens()) > before) return
  }
  throw new Error('the circuit breaker did not open')
}

it('lets a claim become Ready all the same: its time to live gets through an open breaker', async () => {
  await vi.waitFor(async () => expect(condition(await now(), 'Ready')).toMatch(/^True/), {
    timeout: 120_000,
    interval: 500,
  })
})

it('lets a developer’s edit through, which Crossplane drops while the breaker is open', async () => {
  await forceOpen()
  await cluster.apply(claim({ storage: { size: '33Gi' } }))
  const size = async () => {
    const { items } = await cluster.list('postgresql.cnpg.io/v1', 'Cluster')
    return textAt(objectAt(items[0], 'spec', 'storage'), 'size')
  }
  await vi.waitFor(async () => expect(await size()).toBe('33Gi'), { timeout: 150_000, interval: 500 })
})
