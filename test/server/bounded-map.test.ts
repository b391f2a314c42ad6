import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BoundedMap } from '../../functions/server/bounded-map.ts'

it('gives the last value of a key, and none of another', () => {
  const map = new BoundedMap<string>(100)
  map.set('a', 'old')
  map.set('a', 'new')
  expect(map.get('a')).toBe('new')
  expect(map.get('b')).toBeUndefined()
})

it('never holds more than its limit, and lets go first what nobody has asked for', () => {
  const map = new BoundedMap<string>(30)
  for (const key of ['a', 'b', 'c']) map.set(key, key, 10)
  map.get('a')
  map.set('d', 'd', 10)
  expect(['a', 'b', 'c', 'd'].map(key => map.get(key))).toEqual(['a', undefined, 'c', 'd'])
  map.set('e', 'e', 30)
  expect(['a', 'b', 'c', 'd', 'e'].flatMap(key => map.get(key) ?? [])).toEqual(['e'])
  map.set('f', 'f', 31)
  expect(['e', 'f'].flatMap(key => map.get(key) ?? [])).toEqual(['e'])
})

it('counts what a key holds once, however often it is set', () => {
  const map = new BoundedMap<string>(20)
  map.set('a', 'a', 10)
  for (let time = 0; time < 100; time++) map.set('b', 'b', 10)
  expect(map.get('a')).toBe('a')
})

it('holds as much as it can and no more, whatever is set and asked for: memory is bounded, and no claim is forgotten early', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const step = fc.record({ key, size: fc.integer({ min: 1, max: 12 }), ask: key })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const map = new BoundedMap<number>(20)
      const sizes = new Map<string, number>()
      for (const { key: set, size, ask } of steps) {
        map.get(ask)
        const held = [...sizes].filter(([other]) => other !== set && map.get(other) !== undefined)
        map.set(set, size, size)
        sizes.set(set, size)
        const before = held.reduce((sum, [, each]) => sum + each, size)
        const there = [...sizes].filter(([other]) => map.get(other) !== undefined)
        const after = there.reduce((sum, [, each]) => sum + each, 0)
        expect(after).toBeLessThanOrEqual(20)
        if (before <= 20) expect(after).toBe(before)
        for (const [other] of there) expect(map.get(other)).toBe(sizes.get(other))
      }
    }),
  )
})
