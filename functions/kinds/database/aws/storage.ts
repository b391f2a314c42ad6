import type { StorageRequest } from '../database.ts'

/** What gp3 gives below 400 GiB, and can't be changed there (RDS manual, “DB instance storage”). */
export const striped = 400

interface RdsStorage {
  readonly storageType: 'gp3' | 'io2'
  readonly allocatedStorage: number
  readonly maxAllocatedStorage: number | undefined
  readonly iops: number | undefined
  readonly storageThroughput: number | undefined
}

/** The disk of an RDS instance: gp3, or io2 where a rate is to be guaranteed. GiB, operations a second, MiB a second. */
export const storageOf = ({ type, sizeGi, maxSizeGi, iops, throughput }: StorageRequest): RdsStorage =>
  type === 'HighIOPS'
    ? {
        storageType: 'io2',
        allocatedStorage: sizeGi,
        maxAllocatedStorage: maxSizeGi,
        iops: iops ?? 3000,
        storageThroughput: undefined,
      }
    : {
        storageType: 'gp3',
        allocatedStorage: sizeGi,
        maxAllocatedStorage: maxSizeGi,
        // A gp3 disk that is given one rate has to be given both, and four operations for each MiB.
        iops: iops ?? (throughput === undefined ? undefined : Math.max(12_000, throughput * 4)),
        storageThroughput: throughput ?? (iops === undefined ? undefined : 500),
      }
