import { beforeAll, describe, expect, it, vi } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { readSettings } from '../../control-plane/state.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim } from '../harness/claims.ts'
import { example, exampleNames } from '../harness/files.ts'
import {
  applyPlatform,
  cluster,
  composedOf,
  condition,
  controlPlane,
  folders,
  newNamespace,
  now,
  pinned,
  untilReady,
} from './bed.ts'

/** Core's own count, over all claims. */
const metric = async (name: string): Promise<number> => {
  const port = readSettings(folders, controlPlane)?.ports.coreMetrics
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const lines = text.split('\n').filter(line => line.startsWith(`${name}{`) && line.includes('xdatabases'))
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
const opens = () => metric('circuit_breaker_opens_total')

/** Makes more noise than the bucket holds, in less time than it takes to fill again. */
const forceOpen = async (objects: readonly JsonObject[]): Promise<void> => {
  const before = await opens()
  const noise = (object: JsonObject, round: number) =>
    cluster.patch(object, { metadata: { annotations: { noise: `${round}` } } }).catch(() => undefined)
  for (let round = 0; round < 100; round++) {
    if ((await opens()) > before) return
    const writes = Array.from({ length: 30 }, (_, index) => objects.map(object => noise(object, round * 30 + index)))
    await Promise.all(writes.flat())
  }
  throw new Error('the circuit breaker did not open')
}

beforeAll(() => applyPlatform())

/**
 * The stand-in providers write eight times per object, in a fiftieth of the time that real ones take; the breaker's bucket fills
 * fifty times as fast, so that what is counted is what a cluster counts.
 */
describe('Crossplane’s circuit breaker', () => {
  it('stays closed for every example on every provider, or provisioning stalls for minutes', async () => {
    const before = await opens()
    const claims = await Promise.all(
      exampleNames('database').flatMap(name =>
        providers.map(async provider =>
          pinned(example('database', name), await newNamespace(`breaker-${name}`), provider),
        ),
      ),
    )
    for (const claim of claims) await cluster.apply(claim)
    for (const claim of claims) await untilReady(claim, 120)
    expect(await opens()).toBe(before)
  })
})

describe('with the breaker forced open', () => {
  let claim: JsonObject
  beforeAll(async () => {
    claim = pinned(databaseClaim({}, { name: 'noisy' }), await newNamespace('noisy'), 'AWS')
    await cluster.apply(claim)
    await vi.waitUntil(async () => (await composedOf(claim)).length > 3, { timeout: 30_000, interval: 200 })
    await forceOpen(await composedOf(claim))
  })

  it('the claim becomes Ready all the same: the time to live gets through', async () => {
    await untilReady(claim, 120)
  })

  it('a developer’s edit gets through', async () => {
    await cluster.apply({ ...claim, spec: { ...objectAt(claim, 'spec'), backup: { retentionDays: 9 } } })
    const retention = async () => {
      const instance = (await composedOf(claim)).find(({ kind }) => kind === 'Instance')
      return objectAt(instance, 'spec', 'forProvider')['backupRetentionPeriod']
    }
    await vi.waitFor(async () => expect(await retention()).toBe(9), { timeout: 120_000, interval: 500 })
  })
})

describe('at rest', () => {
  it('nothing is written to a claim: each write would wake the function again', async () => {
    const claim = pinned(databaseClaim({}, { name: 'resting' }), await newNamespace('resting'), 'Kubernetes')
    await cluster.apply(claim)
    await untilReady(claim)
    const version = async () => textAt(await now(claim), 'metadata', 'resourceVersion')
    await vi.waitFor(async () => {
      const before = await version()
      await new Promise(resolve => setTimeout(resolve, 5000))
      expect(await version()).toBe(before)
    }, 60_000)
    expect(condition(await now(claim), 'Synced')).toMatch(/^True/)
  })
})
