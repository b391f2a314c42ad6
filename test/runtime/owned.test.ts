import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { ownedPart } from '../../functions/runtime/owned.ts'
import type { Structural } from '../../simulator/schema/structural.ts'
import { composer, live } from './fixtures.ts'

const thing = (spec: JsonObject): JsonObject => ({
  apiVersion: 'cloud.example.org/v1',
  kind: 'Thing',
  metadata: { name: 'orders', namespace: 'team-a', labels: { ours: 'yes' }, annotations: {} },
  spec,
})

const records = (...managedFields: JsonObject[]): JsonObject => ({
  ...thing({ a: 1, b: 2 }),
  metadata: { name: 'orders', managedFields },
})

const fields = (...names: string[]): JsonObject => ({ 'f:spec': Object.fromEntries(names.map(name => [name, {}])) })

it.each<[string, JsonObject]>([
  ['no record at all', {}],
  ['an empty one', records()],
  ['nonsense', records({}, { manager: 7, operation: 'Apply' })],
  ['a provider’s', records({ manager: 'provider-aws', operation: 'Apply', fieldsV1: fields('f:a') })],
  ['an update of Crossplane’s', records({ manager: composer, operation: 'Update', fieldsV1: fields('f:a') })],
  ['one of the claim', records({ manager: 'apiextensions.crossplane.io/composite', operation: 'Apply' })],
])('knows nothing of an object with %s: what is guessed would be changed', (_name, object) => {
  expect(ownedPart(object)).toBeUndefined()
})

it('keeps the name, or the object would be made a second time', () => {
  const object = records({ manager: composer, operation: 'Apply', fieldsV1: fields('f:a') })
  expect(ownedPart(object)).toEqual({
    apiVersion: 'cloud.example.org/v1',
    kind: 'Thing',
    metadata: { name: 'orders', labels: {}, annotations: {} },
    spec: { a: 1 },
  })
})

it('takes what either of two of our records names: Crossplane’s hash changes with the claim’s', () => {
  const object = records(
    { manager: `${composer}1`, operation: 'Apply', fieldsV1: fields('f:a') },
    { manager: `${composer}2`, operation: 'Apply', fieldsV1: fields('f:b', 'f:gone') },
  )
  expect(ownedPart(object)).toMatchObject({ spec: { a: 1, b: 2 } })
})

it('takes nothing out of an object of which we only said that it is there', () => {
  const owned = { 'f:spec': { 'f:tags': { '.': {} }, 'f:zones': { '.': {} } } }
  const object = {
    ...records({ manager: composer, operation: 'Apply', fieldsV1: owned }),
    spec: { tags: { theirs: 'yes' }, zones: ['theirs'] },
  }
  expect(ownedPart(object)).toMatchObject({ spec: { tags: {}, zones: [] } })
  expect(ownedPart(object)).not.toHaveProperty('spec.tags.theirs')
})

it('leaves to Crossplane what it adds itself', () => {
  const metadata = {
    name: 'orders',
    labels: { 'crossplane.io/composite': 'orders', team: 'a' },
    annotations: { 'crossplane.io/composition-resource-name': 'server', 'crossplane.io/external-name': 'orders-1' },
    ownerReferences: [{ uid: '4f6b' }],
  }
  expect(ownedPart(live({ ...thing({ a: 1 }), metadata }))?.['metadata']).toEqual({
    name: 'orders',
    labels: { team: 'a' },
    annotations: { 'crossplane.io/external-name': 'orders-1' },
  })
})

it('takes a list as one, unless its items are told apart', () => {
  const schema: Structural = {
    properties: {
      spec: {
        properties: {
          rules: { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name', 'port'] },
          zones: { 'x-kubernetes-list-type': 'set' },
        },
      },
    },
  }
  const ours = thing({ zones: ['a', 'b'], subnets: ['x', { y: 1 }], rules: [{ name: 'in', port: 1, open: true }] })
  const theirs = {
    spec: {
      zones: ['c', 'a'],
      subnets: ['replaced'],
      rules: [
        { name: 'in', port: 2, open: true },
        { name: 'in', port: 1, id: 'sgr-1' },
      ],
    },
  }
  const part = ownedPart(live(ours, theirs, schema))
  expect(part?.['spec']).toEqual({
    zones: ['a', 'b'],
    subnets: ['x', { y: 1 }],
    rules: [{ name: 'in', port: 1, open: true }],
  })
})

/** Objects as we compose them: no empty ones, no lists whose items have owners of their own. */
const scalar = fc.oneof(fc.string(), fc.boolean(), fc.maxSafeInteger())
const { tree } = fc.letrec<{ tree: JsonObject; node: Json }>(tie => ({
  node: fc.oneof({ maxDepth: 4 }, scalar, fc.array(scalar), tie('tree')),
  tree: fc.dictionary(fc.stringMatching(/^[a-e.:]{1,3}$/), tie('node'), { minKeys: 1, maxKeys: 4 }),
}))

/** The same tree with things in it that others have added. */
const withTheirs = (value: Json): Json =>
  isObject(value)
    ? {
        ...Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTheirs(item)])),
        theirs: { atProvider: true },
      }
    : value

it('is exactly what we applied, whatever others have added, or the provider’s fields become ours', () => {
  fc.assert(
    fc.property(tree, spec => {
      const theirs = { spec: withTheirs(spec), status: { up: true }, metadata: { labels: { theirs: 'yes' } } }
      expect(ownedPart(live(thing(spec), theirs))).toEqual(thing(spec))
    }),
  )
})
