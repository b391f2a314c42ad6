import { ResourceSelector } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { fetchRequired, sameSelectors, selectorsOf } from '../../../simulator/core/requirements.ts'
import { namespace, widget, widgetServer } from '../fixtures.ts'

const widgets = { apiVersion: 'example.org/v1', kind: 'Widget' }

const server = () => {
  const api = widgetServer()
  api.apply(widget({ size: 1 }, { name: 'a', labels: { team: 'x', tier: 'db' } }), 'm')
  api.apply(widget({ size: 2 }, { name: 'b', labels: { team: 'x' } }), 'm')
  api.apply(widget({ size: 3 }, { name: 'a', namespace: 'team-b', labels: { team: 'x' } }), 'm')
  return api
}

const sizes = (selector: Partial<ResourceSelector>) =>
  fetchRequired(server(), { it: { ...widgets, ...selector } })
    .get('it')
    ?.map(({ spec }) => spec)

describe('what a function asks for', () => {
  it('is an empty list when it does not exist: its absence would mean that it was not asked for', () => {
    expect([...fetchRequired(server(), {})]).toEqual([])
    expect([...fetchRequired(server(), { none: { ...widgets, matchName: 'none', namespace } })]).toEqual([['none', []]])
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
    expect(() => fetchRequired(server(), { nope })).toThrow(
      'no matches for kind "Nope" in version "nope.example.org/v1"',
    )
  })
})

describe('two sets of requirements', () => {
  const selector = ResourceSelector.fromPartial({ ...widgets, matchName: 'a', namespace })

  it('are the same in any order, or a function that asks in another order never comes to rest', () => {
    const turned = Object.fromEntries(Object.entries(selector).toReversed()) as unknown as ResourceSelector
    expect(sameSelectors({ a: selector, b: selector }, { b: turned, a: selector })).toBe(true)
    expect(sameSelectors({}, selectorsOf(undefined))).toBe(true)
  })

  it('differ by one name, one selector or one more, or core stops before it has fetched all', () => {
    expect(sameSelectors({ a: selector }, { b: selector })).toBe(false)
    expect(sameSelectors({ a: selector }, { a: { ...selector, matchName: 'b' } })).toBe(false)
    expect(sameSelectors({ a: selector }, { a: selector, b: selector })).toBe(false)
  })
})
