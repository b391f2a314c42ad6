import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isList, isObject, jsonFault, present } from '../../functions/runtime/json.ts'
import { json } from './fixtures.ts'

class Money {
  readonly cents = 1
}

/** What can stand in a JavaScript object and not on the wire, and what is said of it. */
const foreign: readonly (readonly [value: unknown, why: string])[] = [
  [undefined, 'undefined is not JSON'],
  [Number.NaN, 'NaN is not JSON'],
  [Infinity, 'Infinity is not JSON'],
  [-Infinity, '-Infinity is not JSON'],
  [2 ** 53, '9007199254740992 is not a safe integer'],
  [-(2 ** 53), '-9007199254740992 is not a safe integer'],
  [10n, 'bigint is not JSON'],
  [Symbol('key'), 'symbol is not JSON'],
  [() => 1, 'function is not JSON'],
  [new Date(0), 'Date is not JSON'],
  [new Map(), 'Map is not JSON'],
  [new Uint8Array(1), 'Uint8Array is not JSON'],
  [new Money(), 'Money is not JSON'],
  [Object.create(Object.create(null) as object), 'an object of a class is not JSON'],
]

const step = fc.oneof(
  fc.string().filter(key => key !== 'before' && key !== 'after'),
  fc.nat(3),
)

/** A value with something at the end of a path, and harmless things around it. */
const nested = (steps: readonly (string | number)[], leaf: unknown): unknown => {
  const [first, ...rest] = steps
  if (first === undefined) return leaf
  if (typeof first === 'string') return { before: [1.5, null], [first]: nested(rest, leaf), after: 'text' }
  return [...Array.from({ length: first }, () => true), nested(rest, leaf), { a: 1 }]
}

const pathOf = (steps: readonly (string | number)[]): string =>
  `$${steps.map(part => (typeof part === 'string' ? `.${part}` : `[${part}]`)).join('')}`

it.each(foreign)('finds %s at any depth, or the wire loses it without a word', (value, why) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), steps => {
      expect(jsonFault(nested(steps, value))).toEqual({ path: pathOf(steps), why })
    }),
    { numRuns: 30 },
  )
})

it('finds a hole in a list, which a loop over its items would skip', () => {
  const holes: unknown[] = ['first']
  holes[2] = 'third'
  expect(jsonFault({ list: holes }, 'instance')).toEqual({ path: 'instance.list[1]', why: 'undefined is not JSON' })
})

it('has nothing against any JSON, or a valid claim is refused as a bug', () => {
  fc.assert(
    fc.property(json, value => {
      expect(jsonFault(value)).toBeUndefined()
    }),
  )
})

it.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0.1, -0, Object.create(null)])('lets %s pass', value => {
  expect(jsonFault(value)).toBeUndefined()
})

it('tells objects from lists and from null', () => {
  const values = [{}, [], null, undefined, 'text', 1]
  expect(values.map(isObject)).toEqual([true, false, false, false, false, false])
  expect(values.map(isList)).toEqual([false, true, false, false, false, false])
})

it('leaves out what is undefined and nothing else, or a field that is switched off stays on', () => {
  interface Fields {
    a?: number
    b: number
    c: false
    d: null
    e: string
  }
  const fields = present<Fields>({ a: undefined, b: 0, c: false, d: null, e: '' })
  expect(Object.entries(fields)).toEqual([
    ['b', 0],
    ['c', false],
    ['d', null],
    ['e', ''],
  ])
})

it('finds half of a character, in a value or a key, which would arrive as another', () => {
  expect(jsonFault({ a: ['\ud800'] })).toEqual({ path: '$.a[0]', why: 'a lone surrogate is not text' })
  expect(jsonFault({ '\udc00': 1 })?.why).toBe('a lone surrogate is not text')
  expect(jsonFault({ '😀': '😀' })).toBeUndefined()
})
