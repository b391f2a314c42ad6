import { expect, it } from 'vitest'
import { onAws } from '../../../../functions/kinds/database/aws/database.ts'
import { awsDatabase, database, facts, name } from '../../fixtures.ts'

it('takes the place from the platform, and tags everything for the claim', () => {
  expect(awsDatabase({ place: { encryptionKey: 'arn' } }).aws).toEqual({
    path: 'XPlatform/default spec.providers.aws',
    region: 'eu-west-1',
    network: facts.AWS.region.network,
    encryptionKey: 'arn',
    providerConfigRef: { kind: 'ClusterProviderConfig', name: 'default' },
    tags: {
      'cost-center': '4711',
      'managed-by': 'roadbed',
      kind: 'xdatabase',
      claim: 'orders',
      namespace: 'team-a',
      environment: 'team-a',
    },
    names: {
      subnetGroup: name('subnet-group'),
      securityGroup: name('security-group'),
      parameterGroup: name('parameter-group-17'),
    },
    parameterGroupKey: 'parameter-group-17',
  })
})

it('refers to what exists by the name that it has', () => {
  const composed = { 'security-group': { metadata: { name: 'old-sg' } } }
  expect(awsDatabase({ sent: { composed } }).aws.names.securityGroup).toBe('old-sg')
})

it('is still the same claim', () => {
  const db = database()
  const { aws: _place, ...rest } = onAws(db, facts.AWS)
  expect(rest).toEqual(db)
})
