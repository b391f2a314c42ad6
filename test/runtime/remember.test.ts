import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oncePer, remembering } from '../../functions/runtime/remember.ts'

describe('remembering', () => {
  it('answers as the function does, whatever is asked in whatever order: a cache must not change an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 })), texts => {
        const upper = remembering(3, text => text.toUpperCase())
        expect(texts.map(upper)).toEqual(texts.map(text => text.toUpperCase()))
      }),
    )
  })

  it('makes a result once', () => {
    let made = 0
    const count = remembering(3, text => `${text}${(made += 1)}`)
    expect([count('a'), count('a'), count('b'), count('a')]).toEqual(['a1', 'a1', 'b2', 'a1'])
  })

  it('forgets rather than grow: what users write must not fill the memory', () => {
    let made = 0
    const count = remembering(2, () => (made += 1))
    for (const text of ['a', 'b', 'c', 'c']) count(text)
    expect(made).toBe(3)
    count('a')
    expect(made).toBe(4)
  })
})

describe('oncePer', () => {
  it('makes a result once for each object, equal ones apart: they may change their meaning, never their identity', () => {
    let made = 0
    const count = oncePer(() => (made += 1))
    const [one, other] = [{}, {}]
    expect([count(one), count(one), count(other), count(one)]).toEqual([1, 1, 2, 1])
  })
})
