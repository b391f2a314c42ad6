import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { ControlPlane } from '../../simulator/control-plane.ts'
import { observeComposed } from '../../simulator/core/observe.ts'
import { isReady } from '../../simulator/converge.ts'
import { live } from '../../simulator/live.ts'
import { example, exampleNames } from '../harness/files.ts'
import { bedFor, convergeClaim, type Recorded } from '../harness/plane.ts'

const cases = exampleNames('database').flatMap(name => providers.map(provider => ({ name, provider })))

/** What holds for every response to every claim, whatever happens. */
const expectAlways = (calls: readonly Recorded[]) => {
  for (const { request, response } of calls) {
    expect(response.meta?.tag).toBe(request.meta?.tag)
    expect(response.meta?.ttl?.seconds ?? 0).toBeGreaterThan(0)
    expect(response.conditions.map(({ type }) => type).toSorted()).toEqual([
      'BindingReady',
      'Configured',
      'Provisioned',
    ])
  }
}

/** The last response's bytes, without the tag and the TTL: these depend on when it was. */
const sentBytes = ({ calls }: { calls: readonly Recorded[] }) => {
  const last = calls.at(-1)?.response
  return last && Buffer.from(RunFunctionResponse.encode({ ...last, meta: undefined }).finish()).toString('hex')
}

describe.each(cases)('$name on $provider', ({ name, provider }) => {
  it('is Ready after at most three passes, or the developer waits for nothing', async () => {
    const { plane, calls, convergence } = await convergeClaim(example('database', name), { provider })
    expect(convergence.outcome).toBe('ready')
    // A restored server on Azure is given a password of its own once it is there: a pass more.
    expect(convergence.passes).toBeLessThanOrEqual(name === 'restored' && provider === 'Azure' ? 4 : 3)
    expect(plane.events.filter(({ type }) => type === 'Warning')).toEqual([])
    expectAlways(calls)
  })

  it('turns Ready once and deletes nothing, or `kubectl wait` returns too early', async () => {
    const { plane, claim } = await bedFor(example('database', name), { provider })
    const ref = claim(example('database', name))
    const readiness: boolean[] = []
    let deleted = 0
    plane.api.watch(({ type, object }) => {
      if (object['kind'] === ref.kind) readiness.push(isReady(object))
      else if (type === 'DELETED') deleted++
    })
    const life = await live(plane, ref)
    expect(life).toMatchObject({ ready: true, turnedReady: 1, opens: 0 })
    expect(readiness.indexOf(true)).toBe(readiness.lastIndexOf(false) + 1)
    expect(deleted).toBe(0)
  })

  it('sends equal bytes whatever order things arrive in, or the circuit breaker opens', async () => {
    const runs = await Promise.all([1, 2, 3].map(seed => convergeClaim(example('database', name), { provider, seed })))
    expect(new Set(runs.map(sentBytes)).size).toBe(1)
  })

  it('survives each observed resource missing for one pass, or a stale cache costs a database', async () => {
    const whole = await convergeClaim(example('database', name), { provider })
    const keys = Object.keys(whole.calls.at(-1)?.request.observed?.resources ?? {})
    expect(keys.length).toBeGreaterThan(2)
    for (const key of keys) {
      let lost = false
      const misses = (candidate: string) => candidate === key && !lost && (lost = true)
      const { plane, convergence, ...rest } = await convergeClaim(example('database', name), { provider, misses })
      expect({ key, outcome: convergence.outcome }).toEqual({ key, outcome: 'ready' })
      expect(plane.events.filter(({ type }) => type === 'Warning')).toEqual([])
      expect({ key, bytes: sentBytes(rest) }).toEqual({ key, bytes: sentBytes(whole) })
    }
  })

  it('keeps everything when each observed resource vanishes for one pass after it was Ready', async () => {
    let losing: string | undefined
    const misses = (key: string) => key === losing
    const { plane, ref, converge } = await convergeClaim(example('database', name), { provider, misses })
    const keys = [...observeComposed(plane.api, plane.api.get(ref) ?? {}).keys()]
    expect(keys.length).toBeGreaterThan(2)
    for (const key of keys) {
      const before = contentOf(plane)
      losing = key
      const pass = await plane.reconcile(ref)
      losing = undefined
      expect({ key, deleted: pass.deleted, error: pass.error }).toEqual({ key, deleted: [], error: undefined })
      expect({ key, content: contentOf(plane) }).toEqual({ key, content: before })
      expect({ key, outcome: (await converge(ref)).outcome }).toEqual({ key, outcome: 'ready' })
    }
  })
})

/** Everything but the claim itself, without what only says when. */
const contentOf = (plane: ControlPlane) =>
  plane.api
    .list()
    .filter(object => object['kind'] !== 'XDatabase')
    .map(object => `${textAt(object, 'kind')} ${canonical(object['spec'] ?? object['data'])}`)
    .toSorted()
