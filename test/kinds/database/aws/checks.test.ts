import { describe, expect, it } from 'vitest'
import { checks, deviations } from '../../../../functions/kinds/database/aws/checks.ts'
import type { StorageRequest } from '../../../../functions/kinds/database/database.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { awsDatabase, database } from '../../fixtures.ts'

const { network, encryption, maintenance, storage } = database()

const region = 'XPlatform/default spec.providers.aws.regions[eu-west-1]'

const rates = (change: Partial<StorageRequest>) =>
  checks(awsDatabase({ db: { storage: { ...storage, ...change } } })).map(({ code, path, message }) => {
    expect(code).toBe('InvalidCombination')
    return `${path}: ${message}`
  })

it('refuses nothing of a small claim', () => {
  expect(checks(awsDatabase())).toEqual([])
})

describe('a fact that the platform does not give', () => {
  it('is asked of the platform team: subnets for a public address', () => {
    const db = { network: { ...network, exposure: 'Public' } } as const
    const publicSubnetIds = ['subnet-8', 'subnet-9']
    expect(checks(awsDatabase({ db }))).toEqual([
      refuse('MissingPlatformFact', `${region}.network.publicSubnetIds`, 'a public database needs public subnets'),
    ])
    const place = { network: { vpcId: 'vpc-1', databaseSubnetIds: [], publicSubnetIds } }
    expect(checks(awsDatabase({ db, place }))).toEqual([])
  })

  it('is asked of the platform team: a key of its own', () => {
    const db = { encryption: { ...encryption, atRest: 'CustomerManaged' } } as const
    expect(checks(awsDatabase({ db }))).toEqual([
      refuse('MissingPlatformFact', `${region}.encryptionKey`, 'CustomerManaged encryption needs a key'),
    ])
    expect(checks(awsDatabase({ db, place: { encryptionKey: 'arn' } }))).toEqual([])
  })
})

describe('a rate that RDS would refuse minutes later', () => {
  const small =
    'spec.storage.iops: a disk below 400Gi has a fixed rate: leave iops and throughput out, or ask for 400Gi'

  it('is one for a disk below 400 GiB', () => {
    expect(rates({ sizeGi: 399, iops: 12_000 })).toEqual([small])
    expect(rates({ sizeGi: 399, throughput: 500 })).toEqual([small])
    expect(rates({ sizeGi: 400, iops: 12_000, throughput: 500 })).toEqual([])
  })

  it.each([
    [11_999, false],
    [12_000, true],
    [64_000, true],
    [64_001, false],
  ])('is %d operations a second on SSD: allowed %s', (iops, allowed) => {
    expect(rates({ sizeGi: 400, iops })).toEqual(
      allowed ? [] : ['spec.storage.iops: SSD storage allows 12000 to 64000'],
    )
  })

  it.each([
    [499, false],
    [500, true],
    [4000, true],
    [4001, false],
  ])('is %d MiB a second on SSD: allowed %s', (throughput, allowed) => {
    expect(rates({ sizeGi: 400, throughput })).toEqual(
      allowed ? [] : ['spec.storage.throughput: SSD storage allows 500 to 4000'],
    )
  })

  it('is four operations for each MiB of throughput on SSD', () => {
    expect(rates({ sizeGi: 400, iops: 12_000, throughput: 3001 })).toEqual([
      'spec.storage.iops: SSD storage wants four for each MiB of throughput: at least 12004',
    ])
    expect(rates({ sizeGi: 400, iops: 12_000, throughput: 3000 })).toEqual([])
  })

  it('is a throughput for HighIOPS, or a thousand operations for each GiB', () => {
    expect(rates({ type: 'HighIOPS', sizeGi: 200, iops: 200_000 })).toEqual([])
    expect(rates({ type: 'HighIOPS', sizeGi: 200, iops: 200_001, throughput: 500 })).toEqual([
      'spec.storage.throughput: HighIOPS storage takes iops only: leave it out',
      'spec.storage.iops: 200Gi allows at most 200000',
    ])
    expect(rates({ type: 'HighIOPS', sizeGi: 100, iops: 100_000 })).toEqual([])
  })
})

it('refuses windows that overlap, which RDS would', () => {
  const overlapping = { ...maintenance, startTime: '02:30' }
  expect(checks(awsDatabase({ db: { maintenance: overlapping } }))).toEqual([
    refuse(
      'InvalidCombination',
      'spec.maintenanceWindow',
      'it overlaps the daily backup, which AWS refuses: move one of them',
    ),
  ])
})

it('says that nobody can connect while nobody names a range', () => {
  const lonely = {
    field: 'spec.network.allowedCidrs',
    reason: 'nobody can connect: neither the claim nor the platform (clientCidrs) names a range',
  }
  const cidrs = [{ name: 'office', cidr: '10.1.0.0/16' }]
  const clientCidrs = ['10.0.0.0/16']
  expect(deviations(awsDatabase())).toEqual([lonely])
  expect(deviations(awsDatabase({ db: { network: { ...network, cidrs } } }))).toEqual([])
  const place = { network: { vpcId: 'vpc-1', databaseSubnetIds: [], clientCidrs } }
  expect(deviations(awsDatabase({ place }))).toEqual([])
  expect(deviations(awsDatabase({ db: { network: { ...network, cidrs } }, place }))).toEqual([])
})

it('refuses a region whose certificate is not known: clients could not check the server, and would wait for ever', () => {
  const path = 'spec.placement.region'
  const message =
    'the certificate by which clients know RDS in il-central-9 is not in this version: choose another region'
  expect(checks(awsDatabase({ place: { name: 'il-central-9' } }))).toEqual([
    refuse('UnsupportedByProvider', path, message),
  ])
})

it('tells the platform team of a range that EC2 would spell in another way for ever', () => {
  const place = { network: { vpcId: 'vpc-1', databaseSubnetIds: [], clientCidrs: ['10.1.2.3/16', '10.0.0.0/8'] } }
  expect(checks(awsDatabase({ place }))).toEqual([
    refuse('InvalidPlatform', `${region}.network.clientCidrs`, '10.1.2.3/16 has host bits: write 10.1.0.0/16'),
  ])
})
