import { expect, it } from 'vitest'
import { place } from '../../../../functions/kinds/database/azure/index.ts'
import { plan } from '../../../../functions/kinds/database/azure/plan.ts'
import { azureDatabase, database, facts, outline, reported } from '../../fixtures.ts'

const cidrs = [{ name: 'office', cidr: '198.51.100.0/24' }]
const { network } = database()

const owning = {
  'dns-zone': 'PrivateDNSZone',
  'dns-link': 'PrivateDNSZoneVirtualNetworkLink',
  server: 'waiting for dns-link',
  tls: 'FlexibleServerConfiguration',
  'database-orders': 'FlexibleServerDatabase',
}

it('is a server in the platform’s network, without a firewall that Azure would refuse there', () => {
  expect(outline(plan(azureDatabase({ db: { network: { ...network, cidrs } } })))).toEqual(owning)
})

it('is a server behind a rule for each range where it is public', () => {
  const db = {
    network: { ...network, exposure: 'Public', cidrs },
    databases: [{ name: 'a' }, { name: 'b' }],
  } as const
  expect(outline(plan(azureDatabase({ db })))).toEqual({
    'dns-zone': 'absent',
    'dns-link': 'absent',
    server: 'FlexibleServer',
    tls: 'FlexibleServerConfiguration',
    'firewall-office': 'FlexibleServerFirewallRule',
    'database-a': 'FlexibleServerDatabase',
    'database-b': 'FlexibleServerDatabase',
  })
})

it('is placed with its checks and deviations', () => {
  const encryption = { atRest: 'CustomerManaged', inTransit: 'Required' } as const
  const placed = place(database({ encryption, network: { ...network, cidrs } }), facts.Azure)
  expect(placed.refusals.map(({ code }) => code)).toEqual(['MissingPlatformFact'])
  expect(placed.deviations.map(({ field }) => field)).toEqual(['spec.network.allowedCidrs'])
  expect(placed.requirements).toEqual([])
  expect(outline(placed.plan)).toEqual(owning)
})

it('tells what it knows of the server, or the Secret is never filled', () => {
  const composed = { server: reported({ version: '17' }) }
  const connection = { server: { endpoint: 'db.example.org', password: 'secret' } }
  const { details, observations } = place(database({}, { composed, connection }), facts.Azure)
  expect([details.host, details.password, observations.engineVersion]).toEqual(['db.example.org', 'secret', '17'])
})
