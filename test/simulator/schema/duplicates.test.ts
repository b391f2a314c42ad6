import { describe, expect, it } from 'vitest'
import type { Json } from '../../../functions/runtime/json.ts'
import { duplicates } from '../../../simulator/schema/duplicates.ts'
import type { Structural } from '../../../simulator/schema/structural.ts'
import { widgetSchema } from '../fixtures.ts'

const keyed: Structural = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['port', 'protocol'] }

const told = (value: Json, schema: Structural) =>
  duplicates(value, schema).map(({ path, message, misfit }) => `${path}: ${message}${misfit ? ' (misfit)' : ''}`)

describe('items of a map list with the same keys', () => {
  it('are none in what is no list, or a misfit ends in a crash', () => {
    expect(told(null, keyed)).toEqual([])
    expect(told({ ports: 'text' }, widgetSchema)).toEqual([])
  })

  it('are told by where the later ones stand, or the second of two databases vanishes without a word', () => {
    const ports = [{ name: 'a', number: 1 }, { name: 'b' }, { name: 'a', number: 2 }, { name: 'a' }]
    expect(told({ spec: { ports } }, widgetSchema)).toEqual([
      'spec.ports[2]: duplicate of {"name":"a"}: choose another (misfit)',
      'spec.ports[3]: duplicate of {"name":"a"}: choose another (misfit)',
    ])
  })

  it('have all keys in common, or DNS over TCP and over UDP are one port', () => {
    expect(told([{ port: 53, protocol: 'TCP' }, { port: 53, protocol: 'UDP' }, { port: 53 }], keyed)).toEqual([])
    expect(told([{ port: 53 }, { port: 53 }], keyed)).toEqual([
      '[1]: duplicate of {"port":53}: choose another (misfit)',
    ])
  })

  it('are found at every depth, and not in lists without keys, where an argument may come twice', () => {
    const schema: Structural = { items: { additionalProperties: { properties: { list: keyed } } } }
    const twice = [{ port: 1 }, { port: 1 }]
    expect(told([{ any: { list: twice } }], schema)).toEqual([
      '[0].any.list[1]: duplicate of {"port":1}: choose another (misfit)',
    ])
    expect(told({ spec: { args: ['a', 'a'] } }, widgetSchema)).toEqual([])
  })
})
