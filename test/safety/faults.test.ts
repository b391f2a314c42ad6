import type { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { keyKind } from '../../functions/runtime/keys.ts'
import { keys } from '../../functions/kinds/database/keys.ts'
import { randomNumbers } from '../../simulator/core/shuffle.ts'
import { live } from '../../simulator/live.ts'
import { databaseClaim } from '../harness/claims.ts'
import { bed, convergeClaim } from '../harness/plane.ts'

/** A core whose caches lag: any composed resource, connection detail or fetched object may be missing from any call. */
const forgetful = (seed: number) => {
  const random = randomNumbers(seed)
  const forget = (record: Record<string, unknown>) => {
    for (const key of Object.keys(record)) if (random() < 0.3) delete record[key]
  }
  const tamper = (request: RunFunctionRequest): RunFunctionRequest => {
    for (const resource of Object.values(request.observed?.resources ?? {})) forget(resource.connectionDetails)
    const { platform, ...others } = request.requiredResources
    forget(others)
    return { ...request, requiredResources: { ...others, ...(platform && { platform }) } }
  }
  return { tamper, misses: () => random() < 0.3 }
}

describe('whatever is missing from whichever call', () => {
  it.each(providers)('nothing that holds data is ever deleted or replaced on %s', async provider => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async seed => {
        const { plane, claim } = bed({ provider, ...forgetful(seed) })
        const ref = claim(databaseClaim({ databases: [{ name: 'one' }, { name: 'two' }] }))
        const lost: string[] = []
        plane.api.watch(({ type, object }) => {
          const key = textAt(object, 'metadata', 'annotations', 'crossplane.io/composition-resource-name')
          if (type === 'DELETED' && key !== undefined && keyKind(keys, key) !== 'stateless') lost.push(key)
        })
        const passwords = new Set<string>()
        for (let pass = 0; pass < 12; pass++) {
          await plane.reconcile(ref)
          const secret = plane.api
            .list()
            .find(object => textAt(object, 'metadata', 'labels', 'app.kubernetes.io/component') === 'password')
          const password = textAt(secret, 'data', 'password')
          if (password !== undefined && pass > 3) passwords.add(password)
          plane.finish()
        }
        expect(lost).toEqual([])
        expect(passwords.size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 8 },
    )
  })
})

describe('a provider', () => {
  it('that fails a few times is waited for, and its words stand in the status', async () => {
    const message =
      'create failed: InsufficientDBInstanceCapacity: no capacity for db.t4g.small, request id 5f1c0e6e-2f0b-4a0e-9b7e-0a0b0c0d0e0f'
    const { plane, claim } = bed({ provider: 'AWS', faults: [{ kind: 'Instance', times: 3, message }] })
    const ref = claim(databaseClaim())
    const told = new Set<string>()
    plane.api.watch(({ object }) => {
      const resources =
        (object['status'] as { resources?: { key: string; message?: string }[] } | undefined)?.resources ?? []
      for (const { key, message: said } of resources) if (key === 'instance' && said) told.add(said)
    })
    expect(await live(plane, ref)).toMatchObject({ ready: true, turnedReady: 1 })
    expect([...told]).toContainEqual(expect.stringMatching(/InsufficientDBInstanceCapacity.*request id …/))
  })

  it('that never succeeds leaves the claim not ready, with what it says, and the TTL at half a minute', async () => {
    const faults = [{ kind: 'FlexibleServer', times: Infinity, message: 'create failed: quota exceeded' }]
    const { plane, claim, calls } = bed({ provider: 'Azure', faults })
    const life = await live(plane, claim(databaseClaim()), 600)
    expect(life.ready).toBe(false)
    expect(calls.at(-1)?.response.meta?.ttl?.seconds).toBe(30)
    expect(calls.at(-1)?.response.conditions.find(({ type }) => type === 'Provisioned')?.message).toContain(
      'server: create failed: quota exceeded',
    )
  })

  it('that is ten times slower changes nothing but the time', async () => {
    const { plane, claim } = bed({ provider: 'GCP', slowness: 10 })
    expect(await live(plane, claim(databaseClaim()), 7200)).toMatchObject({ ready: true, turnedReady: 1, opens: 0 })
  })
})

describe('at rest', () => {
  it.each(providers)('%s calls at most twice an hour and writes nothing', async provider => {
    const { plane, ref, calls } = await convergeClaim(databaseClaim(), { provider })
    plane.advance(3600)
    let writes = 0
    plane.api.watch(() => writes++)
    await plane.reconcile(ref)
    expect(writes).toBe(0)
    // Core spreads a TTL by a tenth.
    expect((calls.at(-1)?.response.meta?.ttl?.seconds ?? 0) * 0.9).toBeGreaterThanOrEqual(1800)
  })
})
