import { describe, expect, it } from 'vitest'
import { withDefaults } from '../../../simulator/schema/defaults.ts'
import type { Structural } from '../../../simulator/schema/structural.ts'

const schema: Structural = {
  type: 'object',
  properties: {
    size: { type: 'string', default: 'small' },
    replicas: { type: 'integer', default: 1 },
    backup: {
      type: 'object',
      default: {},
      properties: { days: { type: 'integer', default: 7 }, enabled: { type: 'boolean', default: true } },
    },
    restore: { type: 'object', properties: { days: { type: 'integer', default: 7 } } },
    users: { type: 'array', items: { type: 'object', properties: { role: { type: 'string', default: 'reader' } } } },
    roles: {
      type: 'object',
      additionalProperties: { type: 'object', properties: { level: { type: 'integer', default: 2 } } },
    },
  },
}

const empty = { size: 'small', replicas: 1, backup: { days: 7, enabled: true } }

describe('defaults', () => {
  it('leave alone what is no object at all, or a misfit ends in a crash', () => {
    expect(withDefaults('text', schema)).toBe('text')
    expect(withDefaults(['a'], { type: 'array' })).toEqual(['a'])
  })

  it('fill an absent object from the outside in, as the API server does', () => {
    expect(withDefaults({}, schema)).toEqual(empty)
  })

  it('make no object that has no default of its own, or every claim asks for a restore', () => {
    expect(withDefaults({}, schema)).not.toHaveProperty('restore')
    expect(withDefaults({ restore: {} }, schema)).toEqual({ ...empty, restore: { days: 7 } })
  })

  it('never replace what is given, were it 0, false or empty, or a switch can’t be turned off', () => {
    const given = { size: '', replicas: 0, backup: { days: 0, enabled: false } }
    expect(withDefaults(given, schema)).toEqual(given)
  })

  it('replace an explicit null where null is no value, as the API server does', () => {
    expect(withDefaults({ size: null }, schema)).toEqual(empty)
  })

  it('reach into lists and maps, or an item of a list lacks what the provider counts on', () => {
    expect(
      withDefaults({ users: [{ name: 'u' }, { role: 'admin' }], roles: { a: {}, b: { level: 9 } } }, schema),
    ).toEqual({
      ...empty,
      users: [{ name: 'u', role: 'reader' }, { role: 'admin' }],
      roles: { a: { level: 2 }, b: { level: 9 } },
    })
  })

  it('keep fields that the schema does not know: to refuse them is somebody else’s work', () => {
    expect(withDefaults({ unknown: 1 }, schema)).toEqual({ ...empty, unknown: 1 })
  })
})
