import { describe, expect, it } from 'vitest'
import { expand } from '../../../simulator/schema/expand.ts'

describe('a schema in short, read back', () => {
  it('is a scalar by its type’s name and open by any, or a free field is refused', () => {
    expect(expand('string')).toEqual({ type: 'string' })
    expect(expand('any')).toEqual({ 'x-kubernetes-preserve-unknown-fields': true })
    expect(expand('int-or-string')).toEqual({ 'x-kubernetes-int-or-string': true })
  })

  it('is an object without fields and not one that takes anything, or a typo in it passes', () => {
    expect(expand({})).toEqual({ type: 'object', properties: {} })
  })

  it('is a list, a map and an object with required fields, or a composed object may lack one', () => {
    expect(expand({ 'name!': 'string', tags: ['string'], labels: { '*': 'integer' } })).toEqual({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        labels: { type: 'object', additionalProperties: { type: 'integer' } },
      },
    })
  })

  it('has more to say under a dollar sign at every depth, or enums below lists are not checked', () => {
    expect(expand({ $: [{ $: 'string', enum: ['a'] }], maxItems: 3 })).toEqual({
      type: 'array',
      maxItems: 3,
      items: { type: 'string', enum: ['a'] },
    })
  })
})
