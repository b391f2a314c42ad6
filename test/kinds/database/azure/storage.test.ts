import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storageMb } from '../../../../functions/kinds/database/azure/storage.ts'

/** The sizes as Azure writes them, in MiB (azurerm documentation, `storage_mb`). */
const sizes = [
  32_768, 65_536, 131_072, 262_144, 524_288, 1_048_576, 2_097_152, 4_193_280, 4_194_304, 8_388_608, 16_777_216,
  33_553_408,
]

it('has each of Azure’s disks for what just fits into it', () => {
  expect(sizes.map(size => storageMb(size / 1024))).toEqual(sizes)
  expect(sizes.slice(0, -1).map(size => storageMb(size / 1024 + 1))).toEqual(sizes.slice(1))
})

it('is the largest where nothing is large enough: the check before has refused it', () => {
  expect(storageMb(40_000)).toBe(33_553_408)
})

it('is the smallest disk that Azure has and that holds so much, or data does not fit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 32_767 }), gibibytes => {
      expect(storageMb(gibibytes)).toBe(sizes.find(size => size >= gibibytes * 1024))
    }),
  )
})
