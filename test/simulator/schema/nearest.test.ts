import { describe, expect, it } from 'vitest'
import { nearest } from '../../../simulator/schema/nearest.ts'

describe('the name that was probably meant', () => {
  it('is none where nothing is known, or an empty schema ends in a crash', () => {
    expect(nearest('size', [])).toBeUndefined()
    expect(nearest('', [])).toBeUndefined()
  })

  it.each([
    ['sise', 'size'],
    ['SIZE', 'size'],
    ['availibility', 'availability'],
    ['postgres', 'Postgres'],
    ['multizone', 'MultiZone'],
  ])('for %s is %s in its own spelling, or the suggestion is refused as well', (given, meant) => {
    expect(nearest(given, ['version', 'size', 'availability', 'Postgres', 'MultiZone'])).toBe(meant)
  })

  it('is none that is far away, or a person is sent after a field that has nothing to do with it', () => {
    expect(nearest('replicas', ['engine', 'size', 'version'])).toBeUndefined()
    expect(nearest('sxyz', ['size', 'version'])).toBeUndefined()
    expect(nearest('sxye', ['size', 'version'])).toBe('size')
  })
})
