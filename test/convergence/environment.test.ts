import { describe, expect, it } from 'vitest'
import { canonical } from '../../functions/runtime/canonical.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { observeComposed } from '../../simulator/core/observe.ts'
import { converge, isReady } from '../../simulator/converge.ts'
import { live } from '../../simulator/live.ts'
import { unprotected } from '../harness/claims.ts'
import { example, exampleNames } from '../harness/files.ts'
import { bed, convergeClaim, type Recorded } from '../harness/plane.ts'

const ofEnvironment = (calls: readonly Recorded[]) =>
  calls.filter(({ request }) => request.observed?.composite?.resource?.['kind'] === 'XEnvironment')

describe.each(exampleNames('environment'))('the environment %s', name => {
  it('is Ready after at most three passes once its Namespace is there, without a warning', async () => {
    const { plane, calls, convergence } = await convergeClaim(example('environment', name))
    expect(convergence.outcome).toBe('ready')
    // What is in it, then what keeps its databases in order. How ready they are is told besides.
    const after = ofEnvironment(calls).filter(({ request }) => request.observed?.resources['namespace'])
    const sent = after.map(({ response }) =>
      Object.keys(response.desired?.resources ?? {})
        .toSorted()
        .join(),
    )
    // With a seed its Job comes between, then the services that wait for that, and what keeps those in order.
    expect(new Set(sent).size).toBeLessThanOrEqual(name === 'seeded' ? 5 : 2)
    if (name === 'minimal') expect(convergence.passes).toBeLessThanOrEqual(3)
    expect(plane.events.filter(({ type }) => type === 'Warning')).toEqual([])
    for (const { response } of ofEnvironment(calls))
      expect(response.conditions.map(({ type }) => type).toSorted()).toEqual([
        'Configured',
        'Expired',
        'Provisioned',
        'Seeded',
        'Suspended',
      ])
  })

  it('sends nothing into its Namespace before that is Active, or the API server refuses it for half a minute', async () => {
    const { calls } = await convergeClaim(example('environment', name))
    const early = ofEnvironment(calls).filter(({ request }) => !request.observed?.resources['namespace'])
    expect(early.length).toBeGreaterThan(0)
    const inside = early.flatMap(({ response }) =>
      Object.values(response.desired?.resources ?? {}).flatMap(
        ({ resource }) => textAt(resource, 'metadata', 'namespace') ?? [],
      ),
    )
    expect(inside).toEqual([])
  })

  it('turns Ready once and deletes nothing, or `kubectl wait` returns too early', async () => {
    const { plane, claim } = bed()
    const ref = claim(example('environment', name))
    const readiness: boolean[] = []
    let deleted = 0
    plane.api.watch(({ type, object }) => {
      if (object['kind'] === ref.kind) readiness.push(isReady(object))
      else if (type === 'DELETED') deleted++
    })
    expect(await live(plane, ref)).toMatchObject({ ready: true, turnedReady: 1, opens: 0 })
    expect(readiness.indexOf(true)).toBe(readiness.lastIndexOf(false) + 1)
    expect(deleted).toBe(0)
  })

  it('keeps everything when each observed resource vanishes for one pass after it was Ready', async () => {
    let losing: string | undefined
    const { plane, ref } = await convergeClaim(example('environment', name), { misses: key => key === losing })
    const content = () =>
      plane.api
        .list()
        .filter(({ kind }) => kind !== 'XEnvironment')
        .map(object => `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'uid')} ${canonical(object['spec'])}`)
        .toSorted()
    const keys = [...observeComposed(plane.api, plane.api.get(ref) ?? {}).keys()]
    expect(keys).toContain('namespace')
    for (const key of keys) {
      const before = content()
      losing = key
      const pass = await plane.reconcile(ref)
      losing = undefined
      expect({ key, deleted: pass.deleted, error: pass.error }).toEqual({ key, deleted: [], error: undefined })
      expect({ key, content: content() }).toEqual({ key, content: before })
      expect({ key, outcome: (await converge(plane, ref)).outcome }).toEqual({ key, outcome: 'ready' })
    }
  })

  it('writes nothing at rest, or everything that depends on it is run for nothing', async () => {
    const { plane, ref } = await convergeClaim(example('environment', name))
    plane.advance(3600)
    let writes = 0
    plane.api.watch(() => writes++)
    await plane.reconcile(ref)
    expect(writes).toBe(0)
  })

  it('goes with all that is in it', async () => {
    const { plane, claim, ref } = await convergeClaim(example('environment', name))
    claim(unprotected(example('environment', name)))
    await converge(plane, ref)
    const survivors = () => plane.api.list().filter(({ kind }) => kind !== 'XPlatform')
    plane.api.delete(ref)
    for (let pass = 0; pass < 10 && survivors().length > 0; pass++) {
      for (const object of survivors().filter(({ kind }) => typeof kind === 'string' && kind.startsWith('X')))
        await plane.reconcile({
          apiVersion: textAt(object, 'apiVersion') ?? '',
          kind: textAt(object, 'kind') ?? '',
          name: textAt(object, 'metadata', 'name') ?? '',
          ...(textAt(object, 'metadata', 'namespace') && { namespace: textAt(object, 'metadata', 'namespace') ?? '' }),
        })
      plane.finish()
    }
    expect(survivors().map(({ kind }) => kind)).toEqual([])
  })
})
