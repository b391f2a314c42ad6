import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOf, gibibytes, mebibytes } from '../../functions/runtime/quantity.ts'

it.each([
  '',
  ' ',
  'lots',
  'Gi',
  '-1Gi',
  '+1Gi',
  '1 Gi',
  ' 1Gi',
  '1Gi ',
  '1.',
  '.5',
  '1,5Gi',
  '1GiB',
  '1gi',
  'NaN',
  '1\nGi',
  '1toString',
])('takes %j for no quantity', text => {
  expect(bytesOf(text)).toBeUndefined()
})

it.each([
  ['0', 0],
  ['007', 7],
  ['500m', 0.5],
  ['1.50', 1.5],
  ['2.05', 2.05],
  ['2k', 2000],
  ['3M', 3e6],
  ['4G', 4e9],
  ['5T', 5e12],
  ['6P', 6e15],
  ['1Ki', 1024],
  ['2Mi', 2_097_152],
  ['3Gi', 3_221_225_472],
  ['1.5Gi', 1_610_612_736],
  ['4Ti', 4_398_046_511_104],
  ['1Pi', 1_125_899_906_842_624],
])('reads %s as %d, or a machine is a thousand times too large', (text, value) => {
  expect(bytesOf(text)).toBe(value)
})

it('counts whole gibibytes as they are, or every disk is one too large', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), count => {
      expect(gibibytes(`${count}Gi`)).toBe(count)
      expect(gibibytes(`${count}Ti`)).toBe(count * 1024)
      expect(mebibytes(`${count}Mi`)).toBe(count)
      expect(mebibytes(`${count}Gi`)).toBe(count * 1024)
    }),
  )
})

it('counts what is no quantity as nothing', () => {
  expect([gibibytes('lots'), mebibytes('lots')]).toEqual([0, 0])
})

it('rounds up, or a disk is smaller than what was asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.constantFrom('Ki', 'Mi', 'k', 'M', 'G', ''),
      (count, unit) => {
        const bytes = bytesOf(`${count}${unit}`) ?? Number.NaN
        const [gibi, mebi] = [gibibytes(`${count}${unit}`), mebibytes(`${count}${unit}`)]
        expect(gibi * 2 ** 30 - bytes).toBeGreaterThanOrEqual(0)
        expect(gibi * 2 ** 30 - bytes).toBeLessThan(2 ** 30)
        expect(mebi * 2 ** 20 - bytes).toBeGreaterThanOrEqual(0)
        expect(mebi * 2 ** 20 - bytes).toBeLessThan(2 ** 20)
      },
    ),
  )
})
