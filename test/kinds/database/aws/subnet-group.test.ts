import { expect, it } from 'vitest'
import { subnetGroup } from '../../../../functions/kinds/database/aws/subnet-group.ts'
import { awsDatabase, database, forProvider, managing, whole } from '../../fixtures.ts'

const network = {
  vpcId: 'vpc-1',
  databaseSubnetIds: ['subnet-1', 'subnet-2'],
  publicSubnetIds: ['subnet-8', 'subnet-9'],
}

it('is in the private subnets unless the claim is public, or data is reachable from the Internet', () => {
  const db = awsDatabase({ place: { network } })
  expect(forProvider(subnetGroup(db))).toEqual({
    region: 'eu-west-1',
    description: 'Subnets of team-a/orders',
    subnetIds: ['subnet-1', 'subnet-2'],
    tags: db.aws.tags,
  })
  expect(managing(subnetGroup(db))).toEqual(whole)
  const open = { network: { ...database().network, exposure: 'Public' } } as const
  expect(forProvider(subnetGroup(awsDatabase({ db: open, place: { network } })))['subnetIds']).toEqual([
    'subnet-8',
    'subnet-9',
  ])
})
