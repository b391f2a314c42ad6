import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { refuse } from '../../functions/runtime/errors.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { shapeOf } from '../../functions/settings/shape.ts'

const schema = Type.Object({
  size: Type.String({ maxLength: 5, pattern: '^[a-z]+$' }),
  databases: Type.Optional(Type.Array(Type.Object({ name: Type.String() }))),
  tags: Type.Optional(Type.Record(Type.String(), Type.String())),
})

const shape = shapeOf(schema, 'InvalidClaim')

const pathsOf = (value: unknown) => {
  const outcome = shape(value, 'spec')
  return outcome.ok ? [] : outcome.refusals.map(({ path }) => path)
}

it.each([undefined, null, 7, 'small', []])('refuses %j as a whole', value => {
  expect(pathsOf(value)).toEqual(['spec'])
})

it('gives the value itself back, with fields that a newer API has', () => {
  const value = { size: 'small', novelty: true }
  expect(shape(value, 'spec')).toEqual(ok(value))
})

it('names the field as people write it, or nobody finds the line', () => {
  const value = { size: 'small', databases: [{ name: 'a' }, { name: 7 }], tags: { 'a/b~c': 1 } }
  expect(pathsOf(value)).toEqual(['spec.databases[1].name', 'spec.tags["a/b~c"]'])
})

it('tells one reason per field, with the code it was made with', () => {
  const outcome = shape({ size: 'MUCH TOO LARGE' }, 'spec')
  expect(outcome.ok ? [] : outcome.refusals).toEqual([
    { code: 'InvalidClaim', path: 'spec.size', message: expect.any(String) as string },
  ])
})

it('tells a missing field at its own place, and no more than ten: a condition’s message is bounded', () => {
  expect(shape({}, 'spec')).toEqual(refused(refuse('InvalidClaim', 'spec.size', 'required')))
  const names = Array.from({ length: 12 }, (_, index) => `field${index}`)
  const wide = shapeOf(Type.Object(Object.fromEntries(names.map(name => [name, Type.String()]))), 'InvalidClaim')
  const outcome = wide({}, 'spec')
  expect(outcome.ok ? [] : outcome.refusals.map(({ path }) => path)).toEqual(
    names.slice(0, 10).map(name => `spec.${name}`),
  )
})

it('names a field that it does not know by its name, where the schema is closed', () => {
  const closed = shapeOf(
    Type.Object({ size: Type.Optional(Type.String()) }, { additionalProperties: false }),
    'InvalidInput',
  )
  expect(closed({ siez: 'small' }, 'input')).toEqual(refused(refuse('InvalidInput', 'input.siez', 'unknown field')))
})

it('checks every value anew, also after one that was wrong', () => {
  expect([{ size: '' }, { size: 'small' }, {}, { size: 'large' }].map(value => shape(value, 'spec').ok)).toEqual([
    false,
    true,
    false,
    true,
  ])
})
