import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { providers } from '../../../../apis/blocks/placement.ts'
import { disks } from '../../../../functions/kinds/database/capabilities.ts'
import { decideStorage } from '../../../../functions/kinds/database/resolve/storage.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { maybe } from '../../../runtime/fixtures.ts'

const paths = (...args: Parameters<typeof decideStorage>) =>
  (decideStorage(...args).refusals ?? []).map(({ code, path }) => `${code} ${path}`)

const gi = (count: number) => `${count}Gi`

it('is the size class’s disk where nobody says anything', () => {
  expect(decideStorage('AWS', {}, undefined, '20Gi')).toEqual({
    value: { size: '20Gi', sizeGi: 20, maxSizeGi: undefined, type: 'SSD', iops: undefined, throughput: undefined },
    refusals: [],
    deviations: [],
  })
})

it('takes the claim whole, in the units of the clouds', () => {
  const claim = { size: '1Ti', maxSize: '2Ti', type: 'HighIOPS', iops: 9000, throughput: 600 } as const
  expect(decideStorage('AWS', claim, '100Gi', '20Gi')).toEqual({
    value: { size: '1Ti', sizeGi: 1024, maxSizeGi: 2048, type: 'HighIOPS', iops: 9000, throughput: 600 },
    refusals: [],
    deviations: [],
  })
})

it('keeps the disk that it has when the claim or its size class would make it smaller', () => {
  expect(decideStorage('AWS', {}, '100Gi', '20Gi').value.size).toBe('100Gi')
})

it('is as large as that of what it is restored from, and no smaller: a copy would not fit', () => {
  expect(decideStorage('AWS', {}, undefined, '20Gi', '50Gi').value.size).toBe('50Gi')
  expect(decideStorage('AWS', {}, undefined, '100Gi', '50Gi').value.size).toBe('100Gi')
  expect(decideStorage('AWS', { size: '60Gi' }, undefined, '20Gi', '50Gi').value.size).toBe('60Gi')
  expect(paths('AWS', { size: '40Gi' }, undefined, '20Gi', '50Gi')).toEqual(['InvalidCombination spec.storage.size'])
})

it('never shrinks a disk, or the data on it is lost', () => {
  const count = fc.integer({ min: 1, max: 5000 })
  const size = maybe(count)
  fc.assert(
    fc.property(fc.constantFrom(...providers), size, size, count, (provider, wanted, current, byClass) => {
      const claim = wanted === undefined ? {} : { size: gi(wanted) }
      const { value, refusals } = decideStorage(
        provider,
        claim,
        current === undefined ? undefined : gi(current),
        gi(byClass),
      )
      const shrinks = current !== undefined && wanted !== undefined && wanted < current
      expect(refusals).toEqual(
        shrinks
          ? [refuse('StorageShrink', 'spec.storage.size', `the disk has ${current}Gi; it can't shrink to ${wanted}Gi`)]
          : [],
      )
      expect(value.sizeGi).toBe(Math.max(disks[provider].least.SSD, wanted ?? current ?? byClass))
    }),
  )
})

it('compares sizes, not their text', () => {
  expect(paths('AWS', { size: '1Ti' }, '1024Gi', '20Gi')).toEqual([])
  expect(paths('AWS', { size: '9Gi' }, '10Gi', '20Gi')).toEqual(['StorageShrink spec.storage.size'])
})

describe('a disk that grows', () => {
  it('has to be allowed a tenth more than it has, exactly, or RDS refuses it minutes later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), fc.nat(9000), (size, more) => {
        const { refusals } = decideStorage('AWS', { size: gi(size), maxSize: gi(size + more) }, undefined, '20Gi')
        // RDS makes no disk below 20 GiB: it is the made one that has to be able to grow.
        const made = Math.max(20, size)
        const least = Math.ceil((made * 11) / 10)
        expect(refusals).toEqual(
          (size + more) * 10 >= made * 11
            ? []
            : [
                refuse(
                  'InvalidCombination',
                  'spec.storage.maxSize',
                  `${size + more}Gi is less than a tenth above the size: write at least ${least}Gi`,
                ),
              ],
        )
      }),
      {
        examples: [
          [100, 10],
          [100, 9],
          [50, 5],
          [20, 2],
          [1, 0],
        ],
      },
    )
  })

  it('is measured against the disk that it has, not the size class’s', () => {
    expect(paths('AWS', { maxSize: '105Gi' }, '100Gi', '20Gi')).toEqual(['InvalidCombination spec.storage.maxSize'])
  })

  it('grows without a limit on Azure, which is told, and not at all in the cluster, which is refused', () => {
    const claim = { maxSize: '100Gi' }
    expect(decideStorage('Azure', claim, undefined, '20Gi')).toMatchObject({
      value: { maxSizeGi: 100 },
      refusals: [],
      deviations: [{ field: 'spec.storage.maxSize', reason: 'Azure grows the disk without a limit of ours' }],
    })
    expect(decideStorage('Azure', {}, undefined, '20Gi').deviations).toEqual([])
    expect(decideStorage('Kubernetes', claim, undefined, '20Gi').refusals).toEqual([
      refuse(
        'UnsupportedByProvider',
        'spec.storage.maxSize',
        'a disk that grows by itself; Kubernetes offers none: leave it out',
      ),
    ])
  })
})

it('promises a rate only where one is guaranteed', () => {
  const claim = { iops: 12_000, throughput: 500 }
  for (const provider of ['GCP', 'Azure', 'Kubernetes'] as const)
    expect(decideStorage(provider, claim, undefined, '20Gi').refusals).toEqual([
      refuse('UnsupportedByProvider', 'spec.storage.iops', `a guaranteed iops; ${provider} offers none: leave it out`),
      refuse(
        'UnsupportedByProvider',
        'spec.storage.throughput',
        `a guaranteed throughput; ${provider} offers none: leave it out`,
      ),
    ])
  expect(paths('GCP', { type: 'HighIOPS' }, undefined, '20Gi')).toEqual(['UnsupportedByProvider spec.storage.type'])
  expect(paths('AWS', claim, undefined, '20Gi')).toEqual([])
})

it.each([
  ['AWS', 65_536],
  ['GCP', 65_536],
  ['Azure', 32_767],
] as const)('refuses a disk larger than any that %s makes, and nothing smaller', (provider, most) => {
  expect(decideStorage(provider, { size: gi(most) }, undefined, '20Gi').refusals).toEqual([])
  expect(decideStorage(provider, { size: gi(most + 1) }, undefined, '20Gi').refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.storage.size', `${most + 1}Gi; ${provider} offers up to ${most}Gi`),
  ])
})

it('is a larger disk where the provider makes none so small, and more so for HighIOPS', () => {
  const sizeGi = (type: 'SSD' | 'HighIOPS') =>
    decideStorage('AWS', { size: '5Gi', type }, undefined, '20Gi').value.sizeGi
  expect([sizeGi('SSD'), sizeGi('HighIOPS')]).toEqual([20, 100])
})
