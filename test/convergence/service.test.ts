import { describe, expect, it } from 'vitest'
import { canonical } from '../../functions/runtime/canonical.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { observeComposed } from '../../simulator/core/observe.ts'
import { converge, isReady } from '../../simulator/converge.ts'
import { live } from '../../simulator/live.ts'
import { example, exampleNames } from '../harness/files.ts'
import { convergeService, serviceBed } from '../harness/services.ts'
import { serviceClaim } from '../harness/claims.ts'

/** The kinds whose writes are a provider's: core's circuit breaker counts them. */
const isManaged = (apiVersion: unknown) => /\.(aws|gcp|azure)\.m\.upbound\.io\//.test(String(apiVersion))

describe.each(exampleNames('service'))('the service %s', name => {
  it('becomes Ready without a warning, with all of its conditions in every answer', async () => {
    const { plane, calls, ref, convergence } = await convergeService(example('service', name))
    expect(convergence.outcome).toBe('ready')
    expect(plane.events.filter(({ type }) => type === 'Warning')).toEqual([])
    const own = calls.filter(
      ({ request }) => textAt(request.observed?.composite?.resource, 'metadata', 'name') === ref.name,
    )
    for (const { response } of own.filter(
      ({ request }) => request.observed?.composite?.resource?.['kind'] === 'XService',
    ))
      expect(response.conditions.map(({ type }) => type).toSorted()).toEqual([
        'BindingsReady',
        'Configured',
        'Provisioned',
        'RolledOut',
      ])
  })

  it('is made of at most 25 resources, of which a provider writes to at most eight', async () => {
    const { plane, ref } = await convergeService(example('service', name))
    const composed = [...observeComposed(plane.api, plane.api.get(ref) ?? {}).values()]
    expect(composed.length).toBeLessThanOrEqual(25)
    expect(composed.filter(({ resource }) => isManaged(resource['apiVersion'])).length).toBeLessThanOrEqual(8)
  })

  it('turns Ready once and deletes nothing, or `kubectl wait` returns too early', async () => {
    const { plane, ref } = await serviceBed(example('service', name))
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
    const { plane, ref } = await convergeService(example('service', name), { misses: key => key === losing })
    const content = () =>
      plane.api
        .list()
        .filter(({ kind }) => kind !== 'XService')
        .map(object => `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'uid')} ${canonical(object['spec'])}`)
        .toSorted()
    const keys = [...observeComposed(plane.api, plane.api.get(ref) ?? {}).keys()]
    expect(keys).toContain('deployment')
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

  it('writes nothing at rest', async () => {
    const { plane, ref } = await convergeService(example('service', name))
    plane.advance(3600)
    let writes = 0
    plane.api.watch(() => writes++)
    await plane.reconcile(ref)
    expect(writes).toBe(0)
  })
})

describe('a service with one database', () => {
  it('is Ready after at most four passes, or a developer waits for what nobody waits for', async () => {
    const { convergence } = await convergeService(serviceClaim({ databases: [{ name: 'db' }] }))
    expect(convergence).toMatchObject({ outcome: 'ready' })
    expect(convergence.passes).toBeLessThanOrEqual(4)
  })
})
