import fc from 'fast-check'
import { expect, it } from 'vitest'
import { catalogue, formatRefusal, parseRefusal, refuse, type ErrorCode } from '../../functions/runtime/errors.ts'

const codes = Object.keys(catalogue) as ErrorCode[]

it.each(codes)('%s says what is wrong and what to do, or the reference has a hole', code => {
  const { what, next, who } = catalogue[code]
  expect(what).toMatch(/^[A-Z].+\.$/)
  expect(next).toMatch(/^[A-Z`].+\.$/)
  expect(['developer', 'platform team', 'Roadbed']).toContain(who)
})

it.each(codes)('%s can be the reason of a condition, or the API server refuses the status', code => {
  expect(code).toMatch(/^[A-Z][A-Za-z]+$/)
})

it.each([
  ['', 'nothing'],
  ['cannot compose resources', 'a message of Crossplane'],
  ['spec.size: too big [NoSuchCode]', 'a code that is not in the catalogue'],
  ['spec.size: too big [toString]', 'a name that every object has'],
  ['spec.size: too big [UnknownSize] and more', 'a line that goes on'],
  [' : too big [UnknownSize]', 'a line without a field'],
])('takes %j for no refusal: it is %s', line => {
  expect(parseRefusal(line)).toBeUndefined()
})

it('is one line that people read: the field, what is wrong, the code', () => {
  const refusal = refuse('UnknownSize', 'spec.size', '  there is\n\tno size "huge" ')
  expect(formatRefusal(refusal)).toBe('spec.size: there is no size "huge" [UnknownSize]')
})

/** Paths as we write them: dots, brackets and names in them. */
const path = fc
  .tuple(fc.constantFrom('spec', 'XPlatform/default spec', 'instance'), fc.stringMatching(/^[a-zA-Z0-9_.[\]-]{0,20}$/))
  .map(parts => parts.join('.'))

it('is taken apart again whatever the message is, or the CLI shows no field for it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), path, fc.string({ unit: 'binary' }), (code, field, message) => {
      const refusal = refuse(code, field, message)
      expect(parseRefusal(formatRefusal(refusal))).toEqual({
        ...refusal,
        message: message.replaceAll(/\s+/g, ' ').trim(),
      })
    }),
  )
})

it('keeps a message that looks like a refusal whole', () => {
  const refusal = refuse('FixedField', 'spec.size', 'spec.x: told [UnknownSize]')
  expect(parseRefusal(formatRefusal(refusal))).toEqual(refusal)
})

it('keeps a quoted key whole, whatever stands in it', () => {
  const refusal = refuse('InvalidPlatform', 'XPlatform/default spec.tags["a: \\"b\\": c"]', 'Expected string')
  expect(parseRefusal(formatRefusal(refusal))).toEqual(refusal)
})
