import { describe, expect, it } from 'vitest'
import {
  fieldsOf,
  itemStep,
  leaves,
  leftOver,
  removeAt,
  valueAt,
  without,
  withPath,
} from '../../../simulator/api/fields.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { Structural } from '../../../simulator/schema/structural.ts'
import { widgetSchema } from '../fixtures.ts'

const spec: Structural = widgetSchema.properties?.['spec'] ?? {}
const ports: Structural = spec.properties?.['ports'] ?? {}
const port = 'k:{"name":"http"}'

describe('the fields that a value sets', () => {
  it('are none for null, or a null would be owned like an object', () => {
    expect(fieldsOf(null)).toEqual({})
  })

  it('name each item of a map list and of a set, or two managers fight for one list', () => {
    expect(fieldsOf({ ports: [{ name: 'http', number: 80 }], tags: ['a'] }, spec)).toEqual({
      'f:ports': { [port]: { '.': {}, 'f:name': {}, 'f:number': {} } },
      'f:tags': { 'v:"a"': {} },
    })
  })

  it('stop at atomic lists and maps, or half of one manager’s list ends up in another’s', () => {
    expect(fieldsOf({ args: ['a', 'b'], selector: { app: 'x' } }, spec)).toEqual({ 'f:args': {}, 'f:selector': {} })
  })

  it('go into maps of free keys and into objects without a schema, as for Kubernetes', () => {
    expect(fieldsOf({ labels: { a: 'b' } }, spec)).toEqual({ 'f:labels': { 'f:a': {} } })
    expect(fieldsOf({ anything: { deep: 1 } })).toEqual({ 'f:anything': { 'f:deep': {} } })
  })

  it('know an item of several keys by those that it has, or a Service’s ports of two protocols are one', () => {
    const two: Structural = { 'x-kubernetes-list-map-keys': ['port', 'protocol'] }
    expect(itemStep({ port: 53, protocol: 'UDP', name: 'dns' }, two)).toEqual(['k:{"port":53,"protocol":"UDP"}'])
    expect(itemStep({ port: 53 }, two)).toEqual(['k:{"port":53}'])
    expect(itemStep('a', { items: {} })).toEqual([])
  })
})

describe('sets of fields', () => {
  const mine = { 'f:a': { 'f:x': {}, 'f:y': {} }, 'f:b': {} }

  it('come apart into leaves and together again, or ownership is lost on every write', () => {
    expect(leaves(mine)).toEqual([['f:a', 'f:x'], ['f:a', 'f:y'], ['f:b']])
    expect(leaves(mine).reduce((set, path) => withPath(set, path), {})).toEqual(mine)
  })

  it('have left over what no other set has, or an apply removes another manager’s field', () => {
    expect(leftOver(mine, [{ 'f:a': { 'f:x': {} } }, { 'f:c': {} }])).toEqual([['f:a', 'f:y'], ['f:b']])
    expect(leftOver({}, [])).toEqual([])
  })

  it('lose only what was taken and changed, or a shared field with one value has one owner', () => {
    const taken = { 'f:a': { 'f:x': {} }, 'f:b': {} }
    expect(without(mine, taken, path => path.includes('f:x'))).toEqual({ 'f:a': { 'f:y': {} }, 'f:b': {} })
  })
})

describe('a value at a path of steps', () => {
  const value: JsonObject = { ports: [{ name: 'dns' }, { name: 'http', number: 80 }], tags: ['a', 'b'] }

  it('is found in objects, map lists and sets, or an unchanged field counts as changed', () => {
    expect(valueAt(value, ['f:ports', port, 'f:number'])).toBe(80)
    expect(valueAt(value, ['f:ports', port, '.'])).toEqual({ name: 'http', number: 80 })
    expect(valueAt(value, ['f:tags', 'v:"b"'])).toBe('b')
    expect(valueAt(value, ['f:tags', 'f:b'])).toBeUndefined()
    expect(valueAt(value, ['f:ports', 'k:{"name":"none"}', 'f:number'])).toBeUndefined()
    expect(valueAt(undefined, ['f:a'])).toBeUndefined()
  })

  it('is removed and nothing beside it, or an apply that drops a field drops its neighbours', () => {
    expect(removeAt(value, ['f:ports', port, 'f:number'])).toEqual({
      ...value,
      ports: [{ name: 'dns' }, { name: 'http' }],
    })
    expect(removeAt(value, ['f:ports', port, '.'])).toEqual({ ...value, ports: [{ name: 'dns' }] })
    expect(removeAt(value, ['f:tags', 'v:"a"'])).toEqual({ ...value, tags: ['b'] })
  })

  it('takes the object or the list with it that has nothing left, as the API server prunes it', () => {
    expect(removeAt({ a: { b: { c: 1 } }, d: 2 }, ['f:a', 'f:b', 'f:c'])).toEqual({ d: 2 })
    expect(removeAt({ tags: ['a'], d: 2 }, ['f:tags', 'v:"a"'])).toEqual({ d: 2 })
    expect(removeAt({ ports: [{ name: 'http' }], d: 2 }, ['f:ports', port, '.'])).toEqual({ d: 2 })
    expect(removeAt({ a: 1 }, ['f:a'])).toBeUndefined()
  })

  it('may be gone already, or a field that a person removed ends in a crash', () => {
    expect(removeAt(value, ['f:nothing', 'f:here'])).toEqual(value)
    expect(removeAt(value, ['f:ports', 'k:{"name":"none"}', '.'])).toEqual(value)
    expect(removeAt('text', ['f:a'])).toBe('text')
  })

  it('keys a map list in the schema’s order, or an item is not found again', () => {
    expect(Object.keys(fieldsOf([{ number: 1, name: 'z' }], ports))).toEqual(['k:{"name":"z"}'])
  })
})
