import { beforeAll, describe, expect, it } from 'vitest'
import { orderFaults } from '../../../control-plane/providers/faults.ts'
import { readSettings } from '../../../control-plane/state.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { breakerOpens as countOpens } from '../metrics.ts'
import { condition, eventually, nowOn, pinned, untilConditionOn } from '../objects.ts'
import { after, cluster, folders, makeNamespace, name, upWith } from './plane.ts'

const claimIn = (namespace: string, spec: JsonObject = {}): JsonObject =>
  pinned(databaseClaim(spec), namespace, 'Kubernetes')
const [waiting, edited] = ['noisy-waiting', 'noisy-edited']
const opens = () => countOpens(readSettings(folders, name), 'xdatabases')

const policyIn = async (namespace: string): Promise<JsonObject> => {
  const { items } = await cluster().list('networking.k8s.io/v1', 'NetworkPolicy', namespace)
  return items[0] ?? {}
}

/** More writes to a composed object than the bucket holds. */
const forceOpen = async (namespace: string): Promise<void> => {
  await eventually(async () => expect(await policyIn(namespace)).not.toEqual({}), 60)
  const [policy, before] = [await policyIn(namespace), await opens()]
  for (let round = 0; round < 100; round++) {
    const writes = Array.from({ length: 25 }, (_, write) =>
      cluster().patch(policy, { metadata: { annotations: { noise: `${round}-${write}` } } }),
    )
    await Promise.all(writes)
    if ((await opens()) > before) return
  }
  throw new Error('the circuit breaker did not open')
}

export const breakerOpens = () =>
  describe.concurrent('whose circuit breaker is forced open', () => {
    beforeAll(async () => {
      // The bucket fills by ten a second then, slowly enough to be emptied by hand.
      await upWith(after, 0.1)
      for (const namespace of [waiting, edited]) await makeNamespace(namespace)
      await cluster().apply(claimIn(edited))
      await untilConditionOn(cluster(), claimIn(edited), 'Ready', /^True /)
      // It has to stay unready until the breaker is open.
      orderFaults(folders, [{ kind: 'Cluster', times: 1000, message: 'no room yet' }])
      await cluster().apply(claimIn(waiting))
      await untilConditionOn(cluster(), claimIn(waiting), 'Provisioned', /no room yet/)
      await forceOpen(waiting)
      expect(condition(await nowOn(cluster(), claimIn(waiting)), 'Ready')).toMatch(/^False/)
      orderFaults(folders, [])
      await forceOpen(edited)
      await cluster().apply(claimIn(edited, { storage: { size: '33Gi' } }))
    })

    it('lets a claim become Ready all the same: its time to live gets through an open breaker', () =>
      untilConditionOn(cluster(), claimIn(waiting), 'Ready', /^True /, 120))

    it('lets a developer’s edit through, which Crossplane drops while the breaker is open', async () => {
      const size = async () => {
        const { items } = await cluster().list('postgresql.cnpg.io/v1', 'Cluster', edited)
        return textAt(items[0], 'spec', 'storage', 'size')
      }
      await eventually(async () => expect(await size()).toBe('33Gi'), 150)
    })
  })
