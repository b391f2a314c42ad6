import type { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { refOf } from '../../simulator/api/object.ts'
import { ControlPlane, type ControlPlaneOptions } from '../../simulator/control-plane.ts'
import { databaseClaim } from '../harness/claims.ts'
import { secret, secretRef, subnetGroup } from './fixtures.ts'
import { functionOf } from './scripted.ts'

const bed = (options: Omit<ControlPlaneOptions, 'call'> = {}) => {
  const requests: RunFunctionRequest[] = []
  const bytes: Uint8Array[] = []
  const call = functionOf(() => ({ resources: { a: secret(), b: secret(), c: secret() } }), requests)
  const plane = new ControlPlane({
    ...options,
    call: asked => {
      bytes.push(asked)
      return call(asked)
    },
  })
  return { plane, requests, bytes }
}

/** The input that the function gets for a claim: it tells which Composition was chosen. */
const inputFor = async (claim: JsonObject, provider?: string) => {
  const { plane, requests } = bed(provider === undefined ? {} : { provider })
  await plane.reconcile(refOf(plane.claim(claim)))
  return requests[0]?.input
}

describe('the Composition of a claim', () => {
  it('is there for every claim, or a kind without one is silently nothing', async () => {
    const { plane } = bed()
    plane.claim({ ...secret({}, 's'), metadata: { name: 's', namespace: 'team-a' } })
    await expect(plane.reconcile(secretRef('s'))).rejects.toThrow('there is no Composition')
  })

  it('is the kind’s own unless a provider is pinned, or a demo shows one cloud four times', async () => {
    expect(await inputFor(databaseClaim())).not.toHaveProperty('provider')
    expect(await inputFor(databaseClaim(), 'Azure')).toMatchObject({ provider: 'Azure' })
  })

  it('is the one that the claim refers to before all others, or a pinned claim moves to another cloud', async () => {
    const claim = databaseClaim({ crossplane: { compositionRef: { name: 'database-gcp' } } })
    expect(await inputFor(claim, 'Azure')).toMatchObject({ provider: 'GCP' })
  })
})

describe('a claim', () => {
  it('is refused as by the API server, or a developer learns of a typo only in the cluster', () => {
    const { plane } = bed()
    expect(() => plane.claim(databaseClaim({ sise: 'small' }))).toThrow('.spec.sise: unknown field; did you mean size?')
    expect(() => plane.claim(databaseClaim({ engine: 'postgres' }))).toThrow(
      'XDatabase "orders" is invalid: spec.engine: "postgres" is not one of Postgres; did you mean Postgres?',
    )
    expect(plane.api.list()).toEqual([])
  })

  it('can’t go against a transition rule, as in a cluster', () => {
    const { plane } = bed()
    plane.claim(databaseClaim({ version: '17' }))
    expect(() => plane.claim(databaseClaim({ version: '16' }))).toThrow('a database can’t be downgraded')
    expect(plane.claim(databaseClaim({ version: '18' }))).toMatchObject({ spec: { version: '18' } })
  })
})

describe('a cache that misses a resource', () => {
  it('hides it from the function and deletes nothing, or the guard is never tested', async () => {
    let missing: string | undefined
    const { plane, requests } = bed({ misses: key => key === missing })
    const ref = refOf(plane.claim(databaseClaim()))
    await plane.reconcile(ref)
    const before = plane.api.list().length
    missing = 'b'
    expect(await plane.reconcile(ref)).toMatchObject({ deleted: [], error: undefined })
    expect(Object.keys(requests.at(-1)?.observed?.resources ?? {}).toSorted()).toEqual(['a', 'c'])
    expect(plane.api.list().length).toBe(before)
  })
})

describe('simulated time', () => {
  it('moves only when it is moved and begins at a fixed moment, or no run is like another', () => {
    const { plane } = bed()
    expect([plane.seconds, plane.now]).toEqual([0, Date.UTC(2026, 0, 1)])
    plane.advance(90)
    expect([plane.seconds, plane.now]).toEqual([90, Date.UTC(2026, 0, 1, 0, 1, 30)])
    expect(plane.api.time()).toBe('2026-01-01T00:01:30Z')
  })

  it('moves with the providers’ writes, one each at a time, or half-made clouds are never seen', () => {
    const { plane } = bed()
    expect(plane.step()).toBe(false)
    for (const name of ['one', 'two'])
      plane.api.apply({ ...subnetGroup(name), metadata: { name, namespace: 'team-a' } }, 'm')
    const waits = plane.pending().map(({ work }) => work.seconds)
    expect(waits).toHaveLength(2)
    expect(plane.step()).toBe(true)
    expect(plane.seconds).toBe(Math.max(...waits))
    plane.finish()
    expect(plane.pending()).toEqual([])
    expect(plane.step()).toBe(false)
  })

  it('is as much longer as providers are slower, or slowness is never tested', () => {
    const [usual, slow] = [1, 3].map(slowness => {
      const { plane } = bed({ slowness })
      plane.api.apply({ ...subnetGroup('one'), metadata: { name: 'one', namespace: 'team-a' } }, 'm')
      plane.finish()
      return plane.seconds
    })
    expect(slow).toBe(3 * Number(usual))
  })
})

describe('the order in which things arrive', () => {
  const hex = async (seed: number) => {
    const { plane, bytes } = bed({ seed })
    const ref = refOf(plane.claim(databaseClaim()))
    for (let pass = 0; pass < 3; pass++) await plane.reconcile(ref)
    return bytes.map(each => Buffer.from(each).toString('hex')).join()
  }

  it('follows from the seed alone, or a failing run can’t be repeated', async () => {
    expect(await hex(1)).toBe(await hex(1))
    expect(await hex(1)).not.toBe(await hex(2))
  })

  it('changes from call to call for equal input, or a function that depends on order passes', async () => {
    const { plane, requests, bytes } = bed()
    const ref = refOf(plane.claim(databaseClaim()))
    for (let pass = 0; pass < 4; pass++) await plane.reconcile(ref)
    const [third, fourth] = requests.slice(-2)
    expect(third).toEqual(fourth)
    expect(Buffer.from(bytes[2] ?? []).equals(Buffer.from(bytes[3] ?? []))).toBe(false)
  })
})
