import { describe, expect, it } from 'vitest'
import type { Json } from '../../../functions/runtime/json.ts'
import { checkRules } from '../../../simulator/schema/rules.ts'
import type { Rule, Structural } from '../../../simulator/schema/structural.ts'
import { loadRegistry } from '../../../simulator/schema/registry.ts'
import { databaseClaim } from '../../harness/claims.ts'

const withRule = (rule: string, more: Partial<Rule> = {}): Structural => ({
  'x-kubernetes-validations': [{ rule, message: 'no', ...more }],
})

const paths = (value: Json, old: Json | undefined, schema: Structural) =>
  checkRules(value, old, schema).map(({ path }) => path)

describe('a CEL rule', () => {
  it('of nothing is no rule, or a schema without rules refuses everything', () => {
    expect(checkRules(null, undefined, {})).toEqual([])
  })

  it('that does not hold is told with its message at its field, or the developer looks in the wrong place', () => {
    const schema: Structural = { properties: { spec: withRule('self.min <= self.max', { fieldPath: '.min' }) } }
    expect(checkRules({ spec: { min: 2, max: 1 } }, undefined, schema)).toEqual([
      { path: 'spec.min', message: 'no', misfit: false },
    ])
    expect(checkRules({ spec: { min: 1, max: 1 } }, undefined, schema)).toEqual([])
  })

  it('without a message is told by its text, or nobody knows what failed', () => {
    expect(checkRules(1, undefined, { 'x-kubernetes-validations': [{ rule: 'self > 1' }] })).toEqual([
      { path: '', message: 'failed rule: self > 1', misfit: false },
    ])
  })

  it('is asked at every depth: fields, items and values of maps', () => {
    const positive = withRule('self > 0')
    const schema: Structural = {
      properties: { list: { items: { properties: { a: positive } } }, map: { additionalProperties: positive } },
    }
    expect(paths({ list: [{ a: 1 }, { a: 0 }], map: { x: 0, y: 1 } }, undefined, schema)).toEqual([
      'list[1].a',
      'map.x',
    ])
  })
})

describe('a transition rule', () => {
  const fixed: Structural = { properties: { engine: withRule('self == oldSelf') } }

  it('is not asked of a new object nor of a new field, or no claim could ever be made', () => {
    expect(checkRules({ engine: 'a' }, undefined, fixed)).toEqual([])
    expect(checkRules({ engine: 'a' }, {}, fixed)).toEqual([])
  })

  it('refuses the change that it forbids and only that, or nothing of a claim can be edited', () => {
    expect(paths({ engine: 'b' }, { engine: 'a' }, fixed)).toEqual(['engine'])
    expect(paths({ engine: 'a' }, { engine: 'a' }, fixed)).toEqual([])
  })

  it('compares items of a map list by their keys, or an inserted item looks like a change of the next', () => {
    const items = withRule('self.collation == oldSelf.collation')
    const schema: Structural = { items, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] }
    const old = [{ name: 'a', collation: 'C' }]
    expect(
      paths(
        [
          { name: 'new', collation: 'X' },
          { name: 'a', collation: 'C' },
        ],
        old,
        schema,
      ),
    ).toEqual([])
    expect(
      paths(
        [
          { name: 'new', collation: 'X' },
          { name: 'a', collation: 'D' },
        ],
        old,
        schema,
      ),
    ).toEqual(['[1]'])
  })

  it('is never asked of the items of an atomic list: nobody knows which was which', () => {
    expect(checkRules([1], [2], { items: withRule('self == oldSelf') })).toEqual([])
  })

  it('with optionalOldSelf is asked of new objects too, or what it demands at birth is never demanded', () => {
    const owner = withRule('!oldSelf.hasValue() || self.owner == oldSelf.value().owner', { optionalOldSelf: true })
    expect(paths({ owner: 'b' }, undefined, owner)).toEqual([])
    expect(paths({ owner: 'b' }, { owner: 'a' }, owner)).toEqual([''])
    const born = withRule("oldSelf.hasValue() || self.owner == 'a'", { optionalOldSelf: true })
    expect(paths({ owner: 'b' }, undefined, born)).toEqual([''])
    expect(paths({ owner: 'b' }, { owner: 'b' }, born)).toEqual([])
  })
})

describe('has() of a list’s item', () => {
  it('is asked, or routes of the Gateway API can’t be judged', () => {
    const schema = withRule('size(self.items) > 0 && has(self.items[0].name) && self.items[0].name == "a"')
    expect(checkRules({ items: [{ name: 'a' }] }, undefined, schema)).toEqual([])
    expect(checkRules({ items: [{ name: 'b' }] }, undefined, schema)).toHaveLength(1)
    expect(checkRules({ items: [{ other: 'a' }] }, undefined, schema)).toMatchObject([{ message: 'no' }])
  })
})

describe('quantities in rules', () => {
  const grows: Structural = withRule('quantity(self).compareTo(quantity(oldSelf)) >= 0')

  it.each([
    ['1Ti', '1024Gi', true],
    ['1Ti', '900Gi', true],
    ['900Gi', '1Ti', false],
    ['20Gi', '20Gi', true],
    ['9Gi', '10Gi', false],
  ])('%s after %s: %s, by value and not by text', (size, old, allowed) => {
    expect(paths(size, old, grows)).toEqual(allowed ? [] : [''])
  })
})

describe('the rules of a database', () => {
  const schema = loadRegistry().get('platform.roadbed.dev/v1alpha1 XDatabase')?.schema ?? {}

  it.each([
    ['a downgrade', { version: '16' }, { version: '17' }, 'spec.version'],
    ['a smaller disk', { storage: { size: '10Gi' } }, { storage: { size: '1Ti' } }, 'spec.storage.size'],
    [
      'another cloud',
      { placement: { provider: 'GCP' } },
      { placement: { provider: 'AWS' } },
      'spec.placement.provider',
    ],
  ])('refuse %s, or a developer learns of it from the cloud', (_what, spec, old, path) => {
    expect(paths(databaseClaim(spec), databaseClaim(old), schema)).toEqual([path])
    expect(paths(databaseClaim(spec), undefined, schema)).toEqual([])
  })
})
