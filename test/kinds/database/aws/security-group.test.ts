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
  expect(securityGroup(db).protection).toEqual({
    keep: ['spec.forProvider.vpcId', 'spec.forProvider.name', 'spec.forProvider.description'],
  })
})

it('has a name that EC2 takes, also for a claim named sg: names that begin with sg- are EC2’s own', () => {
  const named = awsDatabase({
    sent: { composed: { 'security-group': { metadata: { name: 'sg-security-group-abc' } } } },
  })
  expect(forProvider(securityGroup(named))['name']).toBe('x-sg-security-group-abc')
})
