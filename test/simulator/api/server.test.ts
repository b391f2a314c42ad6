import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { numberAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import type { Change } from '../../../simulator/api/server.ts'
import { namespace, widget, widgetRef, widgetServer } from '../fixtures.ts'

/** A server whose watch events are kept. */
const watched = () => {
  const api = widgetServer()
  const changes: Change[] = []
  api.watch(change => changes.push(change))
  return { api, changes, spec: () => api.get(widgetRef)?.['spec'] }
}

const versionOf = (object: JsonObject | undefined) => textAt(object, 'metadata', 'resourceVersion')

describe('server-side apply', () => {
  it('takes away a field that we stop sending, or what a release drops stays in every cluster', () => {
    const { api, spec } = watched()
    api.apply(widget({ size: 1, note: 'a', ports: [{ name: 'a' }, { name: 'b' }], tags: ['x', 'y'] }), 'core')
    api.apply(widget({ size: 1, ports: [{ name: 'b' }], tags: ['y'] }), 'core')
    expect(spec()).toEqual({ size: 1, ports: [{ name: 'b' }], tags: ['y'] })
  })

  it('takes away a list whose last item goes, or an empty one is refused for having too few', () => {
    const { api, spec } = watched()
    api.apply(widget({ size: 1, ports: [{ name: 'a' }], tags: ['x'], args: ['y'] }), 'core')
    api.apply(widget({ size: 1 }), 'core')
    expect(spec()).toEqual({ size: 1 })
  })

  it('leaves the fields of other managers, or each of our passes undoes the provider’s work', () => {
    const { api, spec } = watched()
    api.apply(widget({ size: 1, ports: [{ name: 'a', number: 1 }] }), 'core')
    api.apply(widget({ note: 'theirs', ports: [{ name: 'a', note: 'theirs' }, { name: 'b' }] }), 'somebody')
    api.apply(widget({ size: 2 }), 'core')
    expect(spec()).toEqual({ size: 2, note: 'theirs', ports: [{ name: 'a', note: 'theirs' }, { name: 'b' }] })
  })

  it('wins every conflict by force and then owns the field, or two managers lose it together', () => {
    const { api, spec } = watched()
    api.apply(widget({ size: 1, note: 'a' }), 'first')
    api.apply(widget({ size: 2 }), 'second')
    expect(spec()).toEqual({ size: 2, note: 'a' })
    api.apply(widget({ note: 'a' }), 'first')
    expect(spec()).toEqual({ size: 2, note: 'a' })
    api.apply(widget({}), 'second')
    expect(spec()).toEqual({ note: 'a' })
  })

  it('puts back what somebody edited by hand, if we send it, or drift in a database goes on for ever', () => {
    const { api, spec } = watched()
    const live = api.apply(widget({ size: 1 }), 'core')
    api.update({ ...live, spec: { size: 9, note: 'by hand' } }, 'kubectl-edit')
    api.apply(widget({ size: 1 }), 'core')
    expect(spec()).toEqual({ size: 1, note: 'by hand' })
  })

  it('writes nothing when nothing changes: no version, no event, or core wakes itself for ever', () => {
    const { api, changes } = watched()
    const first = api.apply(widget({ size: 1, tags: ['a'] }), 'core')
    expect(api.apply(widget({ tags: ['a'], size: 1 }), 'core')).toBe(first)
    expect(api.update(first, 'provider')).toMatchObject({ spec: { size: 1 } })
    api.apply(widget({ size: 2 }), 'core')
    expect(changes.map(({ type }) => type)).toEqual(['ADDED', 'MODIFIED', 'MODIFIED'])
    expect(new Set(changes.map(({ object }) => versionOf(object))).size).toBe(3)
  })

  it('counts a generation for the spec alone, or a provider’s status write looks like a change to follow', () => {
    const { api } = watched()
    const born = api.apply(widget({ size: 1 }), 'core')
    const status = api.apply({ ...widget({}), status: { count: 1 } }, 'provider', 'status')
    const labelled = api.apply(widget({ size: 1 }, { labels: { a: 'b' } }), 'core')
    const changed = api.apply(widget({ size: 2 }), 'core')
    expect([born, status, labelled, changed].map(each => numberAt(each, 'metadata', 'generation'))).toEqual([
      1, 1, 1, 2,
    ])
  })

  it('writes the status through its subresource alone, or a status write changes the spec', () => {
    const { api } = watched()
    expect(() => api.apply({ ...widget({}), status: { count: 1 } }, 'core', 'status')).toThrow('Widget "w" not found')
    api.apply({ ...widget({ size: 1 }), status: { count: 7 } }, 'core')
    expect(api.get(widgetRef)?.['status']).toBeUndefined()
    api.apply({ ...widget({ size: 5 }), status: { count: 1, phase: 'Up' } }, 'core', 'status')
    api.apply({ ...widget({}), status: { count: 2 } }, 'core', 'status')
    expect(api.get(widgetRef)).toMatchObject({ spec: { size: 1 }, status: { count: 2 } })
    expect(objectAt(api.get(widgetRef), 'status')).toEqual({ count: 2 })
  })
})

describe('what the server refuses', () => {
  it('is a kind that is not installed: 404 in Kubernetes’ words', () => {
    const { api } = watched()
    expect(() => api.apply({ ...widget({}), kind: 'Nope' }, 'core')).toThrow(
      expect.objectContaining({ code: 404, message: 'no matches for kind "Nope" in version "example.org/v1"' }),
    )
  })

  it('is a misfit by 500 and an invalid value by 422, or core goes on where it would abort', () => {
    const { api, changes } = watched()
    expect(() => api.apply(widget({ sise: 1 }), 'core')).toThrow(
      expect.objectContaining({ code: 500, message: expect.stringContaining('.spec.sise: unknown field') as string }),
    )
    expect(() => api.apply(widget({ size: '1' }), 'core')).toThrow(expect.objectContaining({ code: 500 }))
    expect(() => api.apply(widget({ color: 'blue' }), 'core')).toThrow(expect.objectContaining({ code: 422 }))
    expect(changes).toEqual([])
  })

  it('is an update to an invalid object, or a fake provider may write what a real one can’t', () => {
    const { api } = watched()
    const live = api.apply(widget({ size: 1 }), 'core')
    expect(() => api.update({ ...live, spec: { color: 'blue' } }, 'provider')).toThrow('Widget "w" is invalid')
  })
})

describe('deletion', () => {
  const owner = (uid: string) => ({ ownerReferences: [{ apiVersion: 'v1', kind: 'Widget', name: 'w', uid }] })

  it('of what is not there is nothing, or a second delete ends in a crash', () => {
    const { api, changes } = watched()
    api.delete(widgetRef)
    expect(changes).toEqual([])
  })

  it('waits for finalizers and is asked once, or a provider is never told to delete its cloud object', () => {
    const { api, changes } = watched()
    api.apply(widget({}, { finalizers: ['example.org/hold'] }), 'core')
    api.delete(widgetRef)
    api.delete(widgetRef)
    expect(changes.map(({ type }) => type)).toEqual(['ADDED', 'MODIFIED'])
    expect(textAt(api.get(widgetRef), 'metadata', 'deletionTimestamp')).toBe('2026-01-01T00:00:00Z')
    api.update(
      { ...api.get(widgetRef), metadata: { ...objectAt(api.get(widgetRef), 'metadata'), finalizers: [] } },
      'p',
    )
    expect(api.get(widgetRef)).toBeUndefined()
    expect(changes.at(-1)).toMatchObject({ type: 'DELETED', object: { metadata: { name: 'w' } } })
  })

  it('goes down the owner references, at each level through its finalizers, or a claim leaves its parts behind', () => {
    const { api } = watched()
    const uid = textAt(api.apply(widget({}), 'core'), 'metadata', 'uid') ?? ''
    const child = api.apply(widget({}, { name: 'child', ...owner(uid) }), 'core')
    const childUid = textAt(child, 'metadata', 'uid') ?? ''
    api.apply(widget({}, { name: 'held', finalizers: ['example.org/hold'], ...owner(childUid) }), 'core')
    api.apply(widget({}, { name: 'stranger', ...owner('another') }), 'core')
    api.delete(widgetRef)
    expect(api.list().map(each => textAt(each, 'metadata', 'name'))).toEqual(['held', 'stranger'])
    expect(textAt(api.get({ ...widgetRef, name: 'held' }), 'metadata', 'deletionTimestamp')).toBeDefined()
  })
})

describe('loading', () => {
  it('takes an object as it is, or state saved from an older cluster can’t be looked at', () => {
    const { api, changes } = watched()
    api.load({ apiVersion: 'old.example.org/v0', kind: 'Gone', metadata: { name: 'g', namespace }, spec: { any: 1 } })
    expect(changes).toMatchObject([
      {
        type: 'ADDED',
        object: { spec: { any: 1 }, metadata: { generation: 1, creationTimestamp: '2026-01-01T00:00:00Z' } },
      },
    ])
    api.load(widget({}, { uid: 'saved', generation: 7 }))
    expect(api.get(widgetRef)).toMatchObject({ metadata: { uid: 'saved', generation: 7 } })
  })
})
