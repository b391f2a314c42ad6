import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { structural } from '../../generate/structural.ts'

describe('a TypeBox schema for Kubernetes', () => {
  it('requires nothing that has a default, or kubectl refuses the smallest claim inside a List', () => {
    const schema = Type.Object({ size: Type.String({ default: 'small' }), engine: Type.String() })
    expect(structural(schema)).toMatchObject({ required: ['engine'] })
    expect(structural(Type.Object({ size: Type.String({ default: 'small' }) }))).not.toHaveProperty('required')
  })

  it('with a keyword that Kubernetes does not know is an error with its path, or the API server drops the rule', () => {
    const schema = Type.Object({ list: Type.Array(Type.Object({ a: Type.Number({ multipleOf: 2 }) })) })
    expect(() => structural(schema, 'spec')).toThrow('spec.list[].a: Kubernetes does not know multipleOf')
    expect(() => structural({ type: 'object', additionalProperties: false })).toThrow(
      '$: Kubernetes does not know additionalProperties',
    )
    expect(() => structural(Type.Record(Type.String(), Type.Any({ nope: 1 })), 'spec')).toThrow('spec{}: ')
    expect(() => structural(Type.Union([Type.String(), Type.Null()]))).toThrow('Kubernetes does not know anyOf')
  })

  it('keeps what Kubernetes knows and the hints for portals, or a form has its fields in disorder', () => {
    const text = { type: 'string', description: 'A name.', pattern: '^a', maxLength: 3, default: 'a', 'x-ui-order': 1 }
    expect(structural(Type.Object({ name: Type.Optional(Type.String({ ...text })) }))).toEqual({
      type: 'object',
      properties: { name: text },
    })
  })

  it('has what is not optional as required, and no empty list of it: Kubernetes refuses one', () => {
    const schema = structural(Type.Object({ a: Type.String(), b: Type.Optional(Type.String()) }))
    expect(schema['required']).toEqual(['a'])
    expect(structural({ type: 'object', required: [], properties: {} })).toEqual({ type: 'object', properties: {} })
  })

  it('makes of a record a map of free keys, or tags are unknown fields', () => {
    expect(structural(Type.Record(Type.String(), Type.Integer({ minimum: 1 })))).toEqual({
      type: 'object',
      additionalProperties: { type: 'integer', minimum: 1 },
    })
  })

  it('keeps how a list’s items are told apart and their rules, or two users’ edits overwrite each other', () => {
    const keyed = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] }
    const rules = { 'x-kubernetes-validations': [{ rule: 'true', message: 'm' }] }
    expect(structural(Type.Array(Type.Object({ name: Type.String() }, rules), { ...keyed, maxItems: 2 }))).toEqual({
      type: 'array',
      maxItems: 2,
      ...keyed,
      items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } }, ...rules },
    })
  })

  it('writes its keywords in one order, whatever order they were given in, or files change without a reason', () => {
    const [one, other] = [
      structural({ maxLength: 3, description: 'd', type: 'string' }),
      structural({ type: 'string', description: 'd', maxLength: 3 }),
    ]
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })
})
