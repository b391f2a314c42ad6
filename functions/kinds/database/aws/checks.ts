import { rootCertificates } from '../../../generated/aws/root-certificates.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { platformRangeRefusals } from '../../../settings/network.ts'
import type { StorageRequest } from '../database.ts'
import type { AwsDatabase } from './database.ts'
import { storageOf, striped } from './storage.ts'
import { overlap } from './windows.ts'
import type { Deviation } from '../../report.ts'

/** What RDS would refuse minutes later, told at once. */
export const checks = (db: AwsDatabase): readonly Refusal[] => [...facts(db), ...rates(db.storage), ...windows(db)]

const facts = ({ aws, network, encryption }: AwsDatabase): readonly Refusal[] => {
  const root = `${aws.path}.regions[${aws.region}]`
  return [
    ...(Object.hasOwn(rootCertificates, aws.region)
      ? []
      : [
          refuse(
            'UnsupportedByProvider',
            'spec.placement.region',
            `the certificate by which clients know RDS in ${aws.region} is not in this version: choose another region`,
          ),
        ]),
    ...platformRangeRefusals(aws.network.clientCidrs ?? [], `${root}.network.clientCidrs`),
    ...(network.exposure === 'Public' && !aws.network.publicSubnetIds
      ? [refuse('MissingPlatformFact', `${root}.network.publicSubnetIds`, 'a public database needs public subnets')]
      : []),
    ...(encryption.atRest === 'CustomerManaged' && !aws.encryptionKey
      ? [refuse('MissingPlatformFact', `${root}.encryptionKey`, 'CustomerManaged encryption needs a key')]
      : []),
  ]
}

/** The limits of gp3 and io2 for PostgreSQL (RDS manual, “DB instance storage”). */
const rates = (storage: StorageRequest): readonly Refusal[] => {
  const { storageType, allocatedStorage: size, iops, storageThroughput } = storageOf(storage)
  if (storageType === 'io2') {
    return [
      ...(storage.throughput === undefined
        ? []
        : [wrong('throughput', 'HighIOPS storage takes iops only: leave it out')]),
      ...(iops !== undefined && iops > size * 1000 ? [wrong('iops', `${size}Gi allows at most ${size * 1000}`)] : []),
    ]
  }
  if (iops === undefined && storageThroughput === undefined) return []
  if (size < striped)
    return [
      wrong(
        'iops',
        `a disk below ${striped}Gi has a fixed rate: leave iops and throughput out, or ask for ${striped}Gi`,
      ),
    ]
  return [
    ...(within(iops, 12_000, 64_000) ? [] : [wrong('iops', 'SSD storage allows 12000 to 64000')]),
    ...(within(storageThroughput, 500, 4000) ? [] : [wrong('throughput', 'SSD storage allows 500 to 4000')]),
    ...((storageThroughput ?? 0) * 4 > (iops ?? 0)
      ? [wrong('iops', `SSD storage wants four for each MiB of throughput: at least ${(storageThroughput ?? 0) * 4}`)]
      : []),
  ]
}

const within = (value: number | undefined, least: number, most: number): boolean =>
  value === undefined || (value >= least && value <= most)

const wrong = (field: string, message: string): Refusal =>
  refuse('InvalidCombination', `spec.storage.${field}`, message)

const windows = ({ backup, maintenance }: AwsDatabase): readonly Refusal[] =>
  overlap(backup, maintenance)
    ? [
        refuse(
          'InvalidCombination',
          'spec.maintenanceWindow',
          'it overlaps the daily backup, which AWS refuses: move one of them',
        ),
      ]
    : []

/** Without ranges nothing can reach the database: not an error, for the platform may attach its own rules. */
export const deviations = ({ aws, network }: AwsDatabase): readonly Deviation[] =>
  (aws.network.clientCidrs ?? []).length + network.cidrs.length === 0
    ? [
        {
          field: 'spec.network.allowedCidrs',
          reason: 'nobody can connect: neither the claim nor the platform (clientCidrs) names a range',
        },
      ]
    : []
