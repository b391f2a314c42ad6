import { expect, it } from 'vitest'
import { place } from '../../../../functions/kinds/database/aws/index.ts'
import { plan } from '../../../../functions/kinds/database/aws/plan.ts'
import { awsDatabase, database, facts, outline, reported } from '../../fixtures.ts'

const small = {
  'subnet-group': 'SubnetGroup',
  'security-group': 'SecurityGroup',
  'parameter-group-17': 'ParameterGroup',
  instance: 'Instance',
  'instance-state': 'absent',
  'sql-provider-config': 'absent',
}

it('is an instance in its own groups, closed to everybody', () => {
  expect(outline(plan(awsDatabase()))).toEqual(small)
})

it('has a rule for every range and an entry for every database after the first', () => {
  const cidrs = [{ name: 'office', cidr: '10.1.0.0/16' }]
  const network = { vpcId: 'vpc-1', databaseSubnetIds: [], clientCidrs: ['10.0.0.0/16'] }
  const db = { network: { ...database().network, cidrs }, databases: [{ name: 'a' }, { name: 'b' }] } as const
  expect(outline(plan(awsDatabase({ db, place: { network } })))).toEqual({
    ...small,
    'clients-10-0-0-0-16': 'SecurityGroupIngressRule',
    'ingress-office': 'SecurityGroupIngressRule',
    'sql-provider-config': 'ProviderConfig',
    'database-b': 'waiting for instance',
  })
})

it('has a new parameter group with a new version: a group’s family can’t change', () => {
  const keys = Object.keys(plan(awsDatabase({ db: { version: '18' } })))
  expect(keys).toContain('parameter-group-18')
  expect(keys).not.toContain('parameter-group-17')
})

it('is placed with its checks and deviations', () => {
  const encryption = { atRest: 'CustomerManaged', inTransit: 'Required' } as const
  const placed = place(database({ encryption }), facts.AWS)
  expect(placed.refusals.map(({ code }) => code)).toEqual(['MissingPlatformFact'])
  expect(placed.deviations.map(({ field }) => field)).toEqual(['spec.network.allowedCidrs'])
  expect(placed.requirements).toEqual([])
  expect(outline(placed.plan)).toEqual(small)
})

it('tells what it knows of the server, or the Secret is never filled', () => {
  const composed = { instance: reported({ engineVersionActual: '17.4' }) }
  const connection = { instance: { host: 'db.example.org', password: 'secret' } }
  const { details, observations } = place(database({}, { composed, connection }), facts.AWS)
  expect([details.host, details.password, observations.engineVersion]).toEqual(['db.example.org', 'secret', '17.4'])
})
