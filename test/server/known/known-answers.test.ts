import { expect, it } from 'vitest'
import { createKnownAnswers } from '../../../functions/server/known/known-answers.ts'
import { momentsAt } from '../../../functions/server/known/moments.ts'
import { Reads } from '../../../functions/server/known/reads.ts'

const answer = (kept: string, size = 10) => ({ outline: 'o', reads: new Reads(), moments: momentsAt(0), size, kept })
const outline = { text: 'o', unread: [] }

it('gives the last answer of a claim, and none of another or for another request', () => {
  const answers = createKnownAnswers<string>(100)
  answers.keep('a', answer('old'))
  answers.keep('a', answer('new'))
  expect(answers.find('a', outline, 0)).toBe('new')
  expect(answers.find('b', outline, 0)).toBeUndefined()
  expect(answers.find('a', { ...outline, text: 'p' }, 0)).toBeUndefined()
})

it('never holds more than its limit, and lets go first what was not asked for longest', () => {
  const answers = createKnownAnswers<string>(30)
  for (const uid of ['a', 'b', 'c']) answers.keep(uid, answer(uid))
  answers.find('a', outline, 0)
  answers.keep('d', answer('d'))
  expect(['a', 'b', 'c', 'd'].map(uid => answers.find(uid, outline, 0))).toEqual(['a', undefined, 'c', 'd'])
  answers.keep('e', answer('e', 31))
  expect(['a', 'b', 'c', 'd', 'e'].flatMap(uid => answers.find(uid, outline, 0) ?? [])).toEqual([])
})

it('counts a claim’s size once, however often it is answered', () => {
  const answers = createKnownAnswers<string>(20)
  answers.keep('a', answer('a'))
  for (let time = 0; time < 100; time++) answers.keep('b', answer('b'))
  expect(answers.find('a', outline, 0)).toBe('a')
})
