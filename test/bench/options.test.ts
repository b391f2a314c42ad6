import { expect, it } from 'vitest'
import { parseOptions } from './options.ts'

it('measures everything when nothing is said', () => {
  const options = parseOptions([])
  expect(options).toMatchObject({ quick: false, rounds: 5, sizes: ['1', '8', '8 first', '48', '200'], write: true })
})

it.each([[['--peers', 'rust']], [['--rounds', 'many']], [['--nonsense']]])('refuses %j', args => {
  expect(() => parseOptions(args)).toThrow(/peers|rounds|nonsense/)
})
