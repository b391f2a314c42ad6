import { describe, expect, it } from 'vitest'
import { cachedApi } from '../../../control-plane/providers/cached-api.ts'

const thing = (resourceVersion: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name: 'a', namespace: 'b', resourceVersion },
  ...more,
})
const ref = { apiVersion: 'v1', kind: 'Thing', name: 'a', namespace: 'b' }

describe('what providers read', () => {
  it('is what was told last, in whatever order it arrives: an answer may overtake a watch', () => {
    const api = cachedApi()
    api.seen(thing('9'))
    api.seen(thing('10'))
    api.seen(thing('2'))
    expect(api.get(ref)).toEqual(thing('10'))
    expect(api.list()).toEqual([thing('10')])
    api.gone(thing('10'))
    expect([api.get(ref), api.list()]).toEqual([undefined, []])
  })
})

it('keeps an object that was made again under its name when the end of the old one is told late', () => {
  const again = { ...thing('5'), metadata: { ...thing('5').metadata, uid: 'new' } }
  const api = cachedApi()
  api.seen(again)
  api.gone({ ...thing('4'), metadata: { ...thing('4').metadata, uid: 'old' } })
  expect(api.get(ref)).toEqual(again)
})

describe('what providers write', () => {
  it('is made when it is not there yet', () => {
    const api = cachedApi()
    api.update(thing('1'), 'provider')
    expect(api.taken()).toEqual([{ object: thing('1'), method: 'create', body: thing('1') }])
    expect(api.taken()).toEqual([])
  })

  it('is patched, the status apart: an API server takes it only there', () => {
    const api = cachedApi()
    api.seen(thing('1', { spec: { a: 1 }, status: { ready: false } }))
    const next = thing('1', { spec: { a: 2 }, status: { ready: true } })
    api.update(next, 'provider')
    expect(api.taken()).toEqual([
      { object: next, method: 'patch', body: { spec: { a: 2 } } },
      { object: next, method: 'patch', body: { status: { ready: true } }, subresource: 'status' },
    ])
  })

  it('is one patch where it is written twice before it is sent, and what was written is what is read meanwhile', () => {
    const api = cachedApi()
    api.seen(thing('1', { spec: { a: 1 } }))
    api.update(thing('1', { spec: { a: 2 } }), 'provider')
    expect(api.get(ref)).toEqual(thing('1', { spec: { a: 2 } }))
    const last = thing('1', { spec: { a: 2, b: 3 } })
    api.update(last, 'provider')
    expect(api.taken()).toEqual([{ object: last, method: 'patch', body: { spec: { a: 2, b: 3 } } }])
    expect(api.get(ref)).toEqual(thing('1', { spec: { a: 1 } }))
  })

  it('is for the version that was seen where it changes finalizers, or one that others took away meanwhile comes back for ever', () => {
    const withFinalizers = (...finalizers: readonly string[]) => ({
      ...thing('1'),
      metadata: { ...thing('1').metadata, finalizers },
    })
    const api = cachedApi()
    api.seen(withFinalizers('ours', 'foregroundDeletion'))
    const next = withFinalizers('foregroundDeletion')
    api.update(next, 'provider')
    expect(api.taken()).toEqual([
      {
        object: next,
        method: 'patch',
        body: { metadata: { finalizers: ['foregroundDeletion'], resourceVersion: '1' } },
        seen: withFinalizers('ours', 'foregroundDeletion'),
      },
    ])
  })

  it('is nothing where nothing changes', () => {
    const api = cachedApi()
    api.seen(thing('1', { spec: { a: 1 } }))
    api.update(thing('1', { spec: { a: 1 } }), 'provider')
    expect(api.taken()).toEqual([])
  })
})

it('tells the time as Kubernetes does, without parts of a second', () => {
  expect(cachedApi(() => new Date('2026-01-02T03:04:05.678Z')).time()).toBe('2026-01-02T03:04:05Z')
})
