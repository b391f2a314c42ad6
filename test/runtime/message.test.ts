import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calm } from '../../functions/runtime/message.ts'

const two = (value: number) => String(value).padStart(2, '0')

const time = fc
  .tuple(
    fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.constantFrom('Z', '+02:00', '-0700', '.5Z', '.123456', ''),
    fc.constantFrom('T', ' '),
  )
  .map(([at, zone, between]) => {
    const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')
    return `${at.toISOString().slice(0, 10)}${between}${clock}${zone}`
  })

const address = fc.stringMatching(/^[0-9a-f]{6,16}$/).map(digits => `0x${digits}`)

/** What changes from try to try. */
const fleeting = fc.oneof(
  fc.uuid(),
  fc.uuid().map(id => id.toUpperCase()),
  time,
  address,
)
const steady = fc.constantFrom('creating', 'DBInstance', 'api error:', 'StatusCode: 400,', 'quota exceeded;', '17.4')

const pieces = fc.array(fc.oneof(steady, fleeting), { maxLength: 40 })

it('says nothing of nothing', () => {
  expect(calm('')).toBe('')
  expect(calm(' \n\t ')).toBe('')
})

it('is the same for each try of the same error, or the status wakes Crossplane for ever', () => {
  fc.assert(
    fc.property(fc.array(steady, { maxLength: 6 }), fc.array(fleeting), fc.array(fleeting), (words, first, second) => {
      const told = (ids: readonly string[]) =>
        calm(words.map((word, index) => `${word} (${ids[index] ?? '…'})`).join('\n'))
      expect(told(first)).toBe(told(second))
    }),
  )
})

it('leaves what a person needs: names, numbers, versions', () => {
  const message = 'cannot create DBInstance orders-instance-abcd2345: 0x12 is no port, 2026-01-02 no time, version 17.4'
  expect(calm(message)).toBe(message)
})

it('takes out ids, times and addresses, and draws white space together', () => {
  const message = `  RequestID: 1b4e28ba-2fa1-11d2-883f-0016d3cca427,
    at 2026-01-02T03:04:05.678Z and 2026-01-02 03:04:05 +0200,   value 0xc000A1b2c3  `
  expect(calm(message)).toBe('RequestID: …, at … and … +0200, value …')
})

it('fits into the status, or the API server refuses all of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600, unit: 'binary' }), message => {
      expect(calm(message).length).toBeLessThanOrEqual(256)
    }),
  )
  expect(calm('x'.repeat(256))).toBe('x'.repeat(256))
  expect(calm('x'.repeat(257))).toBe(`${'x'.repeat(255)}…`)
})

it('has nothing left to do the second time, or a message changes each time it is passed on', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map(words => words.join(' ')),
        fc.string({ unit: 'binary', maxLength: 600 }),
      ),
      message => {
        const once = calm(message)
        expect(calm(once)).toBe(once)
      },
    ),
  )
})

it.each([
  ['a time that a line break divides', `2026-01-02\n03:04:05`],
  ['a word that becomes an address when it is cut', `${'x '.repeat(123)}0x1234567 0xabcdefghijklmnop`],
  ['a character of two halves at the cut', `${'x'.repeat(254)}😀${'x'.repeat(9)}`],
])('has nothing left to do the second time for %s', (_name, message) => {
  const once = calm(message)
  expect(calm(once)).toBe(once)
  expect(once.isWellFormed()).toBe(true)
})
