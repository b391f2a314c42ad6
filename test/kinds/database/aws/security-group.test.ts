import { expect, it } from 'vitest'
import { securityGroup } from '../../../../functions/kinds/database/aws/security-group.ts'
import { awsDatabase, forProvider, managing, name, whole } from '../../fixtures.ts'

const db = awsDatabase()

it('is closed until a rule opens it, in the platform’s network', () => {
  expect(forProvider(securityGroup(db))).toEqual({
    region: 'eu-west-1',
    name: name('security-group'),
    description: 'Access to team-a/orders',
    vpcId: 'vpc-1',
    tags: db.aws.tags,
  })
  expect(managing(securityGroup(db))).toEqual(whole)
})

it('stays in the network where it is: EC2 would replace it, and the database loses its door', () => {
  expect(securityGroup(db).protection).toEqual({ keep: ['spec.forProvider.vpcId', 'spec.forProvider.description'] })
})
