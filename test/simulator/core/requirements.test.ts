import { ResourceSelector } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { fetchNeeds, needsOf, sameNeeds, type Needs } from '../../../simulator/core/requirements.ts'
import { namespace, widget, widgetSchema, widgetServer } from '../fixtures.ts'

const widgets = { apiVersion: 'example.org/v1', kind: 'Widget' }

const server = () => {
  const api = widgetServer()
  api.apply(widget({ size: 1 }, { name: 'a', labels: { team: 'x', tier: 'db' } }), 'm')
  api.apply(widget({ size: 2 }, { name: 'b', labels: { team: 'x' } }), 'm')
  api.apply(widget({ size: 3 }, { name: 'a', namespace: 'team-b', labels: { team: 'x' } }), 'm')
  return api
}

const fetched = (resources: Needs['resources']) => fetchNeeds(server(), { resources, schemas: {} }).resources

const sizes = (selector: Partial<ResourceSelector>) =>
  fetched({ it: { ...widgets, ...selector } })
    .get('it')
    ?.map(({ spec }) => spec)

describe('what a function asks for', () => {
  it('is an empty list when it does not exist: its absence would mean that it was not asked for', () => {
    expect([...fetched({})]).toEqual([])
    expect([...fetched({ none: { ...widgets, matchName: 'none', namespace } })]).toEqual([['none', []]])
  })

  it('is found by name in its namespace alone, or one team reads another’s settings', () => {
    expect(sizes({ matchName: 'a', namespace })).toEqual([{ size: 1 }])
    expect(sizes({ matchName: 'a', namespace: 'team-b' })).toEqual([{ size: 3 }])
  })

  it('is not found by name without its namespace, and no error says so, as in a cluster', () => {
    expect(sizes({ matchName: 'a' })).toEqual([])
  })

  it('is found by all of its labels, or a selector of two labels selects by one', () => {
    const labels = (wanted: Record<string, string>) => ({ matchLabels: { labels: wanted } })
    expect(sizes({ ...labels({ team: 'x' }), namespace })).toEqual([{ size: 1 }, { size: 2 }])
    expect(sizes(labels({ team: 'x', tier: 'db' }))).toEqual([{ size: 1 }])
    expect(sizes(labels({ team: 'x' }))).toEqual([{ size: 1 }, { size: 2 }, { size: 3 }])
    expect(sizes(labels({ team: 'y' }))).toEqual([])
  })

  it('fails when its kind is not installed, or an optional package seems to be optional', () => {
    const nope = { apiVersion: 'nope.example.org/v1', kind: 'Nope', matchName: 'x' }
    expect(() => fetched({ nope })).toThrow('no matches for kind "Nope" in version "nope.example.org/v1"')
  })
})

describe('the schema of a kind', () => {
  it('is there when the kind is installed, and told to be missing without an error when it is not', () => {
    const schemas = { widget: widgets, nope: { apiVersion: 'nope.example.org/v1', kind: 'Nope' } }
    expect([...fetchNeeds(server(), { resources: {}, schemas }).schemas]).toEqual([
      ['widget', widgetSchema],
      ['nope', undefined],
    ])
  })
})

describe('two sets of requirements', () => {
  const same = (left: Needs['resources'], right: Needs['resources']) =>
    sameNeeds(needsOf({ resources: left as Record<string, ResourceSelector> }), { resources: right, schemas: {} })
  const selector = ResourceSelector.fromPartial({ ...widgets, matchName: 'a', namespace })

  it('are the same in any order, or a function that asks in another order never comes to rest', () => {
    const turned = Object.fromEntries(Object.entries(selector).toReversed()) as unknown as ResourceSelector
    expect(same({ a: selector, b: selector }, { b: turned, a: selector })).toBe(true)
    expect(sameNeeds(needsOf(), needsOf(undefined))).toBe(true)
  })

  it('differ by one name, one selector or one more, or core stops before it has fetched all', () => {
    expect(same({ a: selector }, { b: selector })).toBe(false)
    expect(same({ a: selector }, { a: { ...selector, matchName: 'b' } })).toBe(false)
    expect(same({ a: selector }, { a: selector, b: selector })).toBe(false)
    expect(sameNeeds(needsOf(), needsOf({ schemas: { a: widgets } }))).toBe(false)
  })
})
