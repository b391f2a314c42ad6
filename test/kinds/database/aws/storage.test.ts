import { expect, it } from 'vitest'
import { storageOf } from '../../../../functions/kinds/database/aws/storage.ts'
import { database } from '../../fixtures.ts'

const { storage } = database()

it('is a plain gp3 disk where no rate is asked for: below 400 GiB RDS refuses any', () => {
  expect(storageOf({ ...storage, maxSizeGi: 100 })).toEqual({
    storageType: 'gp3',
    allocatedStorage: 50,
    maxAllocatedStorage: 100,
    iops: undefined,
    storageThroughput: undefined,
  })
})

it('gives a gp3 disk both rates or none, or RDS refuses the one alone', () => {
  expect(storageOf({ ...storage, iops: 20_000 })).toMatchObject({ iops: 20_000, storageThroughput: 500 })
  expect(storageOf({ ...storage, throughput: 800 })).toMatchObject({ iops: 12_000, storageThroughput: 800 })
  expect(storageOf({ ...storage, iops: 20_000, throughput: 800 })).toMatchObject({
    iops: 20_000,
    storageThroughput: 800,
  })
})

it('guarantees a rate with io2, and no throughput, which it does not take', () => {
  const high = { ...storage, type: 'HighIOPS', sizeGi: 200 } as const
  expect(storageOf(high)).toMatchObject({ storageType: 'io2', iops: 3000, storageThroughput: undefined })
  expect(storageOf({ ...high, iops: 9000, throughput: 700, maxSizeGi: 300 })).toEqual({
    storageType: 'io2',
    allocatedStorage: 200,
    maxAllocatedStorage: 300,
    iops: 9000,
    storageThroughput: undefined,
  })
})

it('gives gp3 the operations that its throughput wants, four for each MiB, or RDS refuses it', () => {
  expect(storageOf({ ...storage, throughput: 4000 })).toMatchObject({ iops: 16_000, storageThroughput: 4000 })
})
