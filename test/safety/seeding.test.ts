import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../../simulator/api/object.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { environmentClaim, unprotected } from '../harness/claims.ts'
import { seed, seededClaim, seedingBed } from '../harness/seeding.ts'

const first = 'registry.example.com/shop/seed:1.4'
const second = 'registry.example.com/shop/seed:1.5'
const next: JsonObject = { ...seed, image: second }
const broken = { kind: 'Job', times: Infinity, message: 'Job has reached the specified backoff limit' }

const loaded = async () => {
  const made = seedingBed()
  const ref = made.claim(seededClaim())
  expect((await made.converge(ref)).outcome).toBe('ready')
  return { ...made, ref }
}

describe('a database with a seed', () => {
  it('is loaded when it is ready, by a pod that is told of it as a service would be, and the environment is not Ready before', async () => {
    const { plane, claim, converge, all, condition, record, started } = seedingBed()
    const order: string[] = []
    plane.api.watch(({ object }) => {
      const kind = textAt(object, 'kind') ?? ''
      const isReady = conditionsOf(object).some(({ type, status }) => type === 'Ready' && status === 'True')
      const step = kind === 'Job' ? 'a job' : isReady && kind.startsWith('X') ? `${kind} is ready` : undefined
      if (step && !order.includes(step)) order.push(step)
    })
    expect((await converge(claim(seededClaim()))).outcome).toBe('ready')
    expect(order).toEqual(['XDatabase is ready', 'a job', 'XEnvironment is ready'])
    expect([started, record(), condition()?.['reason']]).toEqual([[first], 'Loaded', 'AllLoaded'])
    const [container] = listAt(all('Job')[0], 'spec', 'template', 'spec', 'containers')
    const variables = listAt(container, 'env').map(variable => {
      const source = objectAt(variable, 'valueFrom', 'secretKeyRef')
      return `${textAt(variable, 'name')}=${textAt(source, 'name')}/${textAt(source, 'key')}`
    })
    expect(variables).toContain('DATABASE_URL=orders-conn/uri')
    expect(variables).toContain('ORDERS_READ_ONLY_HOST=orders-conn/readOnlyHost')
    expect(listAt(all('XEnvironment')[0], 'status', 'databases')).toMatchObject([{ name: 'orders', seed: 'Loaded' }])
  })

  it('is not loaded a second time: not when its Job is cleaned away, not for another image, not when the seed is taken out and put back', async () => {
    const { claim, converge, clean, condition, started, ref } = await loaded()
    clean()
    expect((await converge(ref)).outcome).toBe('ready')
    for (const claimed of [
      seededClaim(next),
      environmentClaim({ databases: [{ name: 'orders' }] }),
      seededClaim(next),
    ]) {
      claim(claimed)
      expect((await converge(ref)).outcome).toBe('ready')
    }
    expect([started, condition()?.['reason']]).toEqual([[first], 'AllLoaded'])
  })

  it('is not loaded a second time when the status of the environment is lost, as it is when a cluster is restored', async () => {
    const { plane, converge, clean, ref, started } = await loaded()
    clean()
    const { status: _status, ...rest } = plane.api.get(ref) ?? {}
    plane.api.update(rest, 'restore')
    expect((await converge(ref)).outcome).toBe('ready')
    expect(started).toEqual([first])
  })

  it('is never loaded again when what remembers it is lost: it may hold data', async () => {
    const { converge, clean, annotate, condition, ref, started } = await loaded()
    clean()
    annotate()
    expect((await converge(ref)).outcome).toBe('ready')
    expect(started).toEqual([first])
    expect(condition()).toMatchObject({ status: 'False', reason: 'MadeBefore' })
  })

  it('is not loaded where it was there before its seed: somebody has written into it', async () => {
    const { claim, converge, condition, started } = seedingBed()
    const ref = claim(environmentClaim({ databases: [{ name: 'orders' }] }))
    await converge(ref)
    claim(seededClaim())
    const { outcome, composite } = await converge(ref)
    expect([outcome, started]).toEqual(['ready', []])
    expect(condition()).toMatchObject({ status: 'False', reason: 'MadeBefore' })
    expect(condition()?.['message']).toMatch(/^orders: the database was there before its seed and may hold data/)
    expect(listAt(composite, 'status', 'databases')).toMatchObject([{ seed: 'Skipped' }])
  })

  it('is loaded anew when it is made anew, and the Job of the one before is not taken for its own', async () => {
    const { plane, claim, converge, all, ref, started } = await loaded()
    const [database = {}] = all('XDatabase')
    claim(unprotected(seededClaim()))
    plane.api.delete(refOf(database))
    await converge(ref)
    expect(all('XDatabase').map(each => textAt(each, 'metadata', 'uid'))).not.toEqual([
      textAt(database, 'metadata', 'uid'),
    ])
    expect(started).toEqual([first, first])
  })
})

describe('a seed that fails', () => {
  const failed = async () => {
    const made = seedingBed()
    made.faults.push(broken)
    const ref = made.claim(seededClaim())
    expect((await made.converge(ref)).outcome).toBe('unsettled')
    return { ...made, ref }
  }

  it('says why and what to do, keeps its database, and is not tried for ever', async () => {
    const { all, condition, record, started } = await failed()
    expect([started, record(), all('XDatabase').length]).toEqual([[first], 'Failed', 1])
    expect(condition()).toMatchObject({ status: 'False', reason: 'LoadFailed' })
    expect(condition()?.['message']).toMatch(
      /^orders: failed: Job has reached the specified backoff limit\. See: kubectl logs -n shop job\/\S+\. To try again: kubectl delete -n shop job\/\S+\. Another image/,
    )
  })

  it('is tried again with a corrected image, and again as it is when its Job is deleted', async () => {
    const { claim, converge, clean, condition, faults, started, ref } = await failed()
    clean()
    await converge(ref)
    expect([started, condition()?.['reason']]).toEqual([[first, first], 'LoadFailed'])
    faults.pop()
    claim(seededClaim(next))
    expect((await converge(ref)).outcome).toBe('ready')
    expect([started, condition()?.['reason']]).toEqual([[first, first, second], 'AllLoaded'])
  })

  it('is not tried again when its Job went before anybody saw how it ended, until somebody says that it may', async () => {
    const { claim, converge, untilStarted, plane, clean, annotate, condition, started } = seedingBed()
    const ref = claim(seededClaim())
    await untilStarted(ref)
    await plane.reconcile(ref)
    clean()
    expect((await converge(ref)).outcome).toBe('unsettled')
    expect([started, condition()?.['reason']]).toEqual([[first], 'OutcomeUnknown'])
    expect(condition()?.['message']).toContain(
      'kubectl annotate -n shop xdatabase/orders --overwrite platform.roadbed.dev/seed=Awaited',
    )
    annotate('Awaited')
    expect((await converge(ref)).outcome).toBe('ready')
    expect(started).toEqual([first, first])
  })
})
