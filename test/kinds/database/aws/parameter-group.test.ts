import { expect, it } from 'vitest'
import { parameterGroup } from '../../../../functions/kinds/database/aws/parameter-group.ts'
import { awsDatabase, forProvider, managing, name, whole } from '../../fixtures.ts'

it('refuses connections without TLS, in a group of the major version', () => {
  const db = awsDatabase({ db: { version: '16' } })
  const entry = parameterGroup(db)
  expect(forProvider(entry)).toEqual({
    region: 'eu-west-1',
    family: 'postgres16',
    description: 'Settings of team-a/orders',
    parameter: [{ name: 'rds.force_ssl', value: '1', applyMethod: 'immediate' }],
    tags: db.aws.tags,
  })
  expect(managing(entry)).toEqual(whole)
  expect(entry.resource).toMatchObject({ kind: 'ParameterGroup', metadata: { name: name('parameter-group-16') } })
})

it('allows plain connections where the claim prefers TLS only', () => {
  const encryption = { atRest: 'ProviderManaged', inTransit: 'Preferred' } as const
  expect(forProvider(parameterGroup(awsDatabase({ db: { encryption } })))).toMatchObject({
    parameter: [{ name: 'rds.force_ssl', value: '0' }],
  })
})
