import { describe, expect, it } from 'vitest'
import { dnsLink, dnsZone, needsOwnZone } from '../../../../functions/kinds/database/azure/dns.ts'
import { absent } from '../../../../functions/runtime/plan.ts'
import { azureDatabase, database, emitted, facts, forProvider, managing, name, sent, whole } from '../../fixtures.ts'

const shared = { network: { ...facts.Azure.region.network, privateDnsZoneId: '/zone' } }
const open = { network: { ...database().network, exposure: 'Public' } } as const

describe.each([
  ['a platform that shares one', azureDatabase({ place: shared })],
  ['a public server', azureDatabase({ db: open })],
  ['a public server on a platform that shares one', azureDatabase({ db: open, place: shared })],
])('with %s', (_name, db) => {
  it('there is no zone of its own', () => {
    const gone = absent('the platform shares a zone, or the server is public')
    expect([needsOwnZone(db), dnsZone(db), dnsLink(db)]).toEqual([false, gone, gone])
  })
})

describe('a private server without a shared zone', () => {
  const db = azureDatabase({ sent: { composed: { 'dns-zone': { metadata: { name: 'old-zone' } } } } })

  it('has a zone whose name ends as Azure wants, or nobody finds the server', () => {
    expect(needsOwnZone(db)).toBe(true)
    expect(forProvider(dnsZone(db))).toEqual({ resourceGroupName: 'acme-data', tags: db.azure.tags })
    expect(sent(dnsZone(db), 'metadata.annotations')).toEqual({
      'crossplane.io/external-name': `${name('server')}.private.postgres.database.azure.com`,
    })
    expect(managing(dnsZone(db))).toEqual(whole)
    expect(emitted(dnsZone(db)).protection).toEqual({ keep: ['spec.forProvider.resourceGroupName'] })
  })

  it('has a link that makes the zone known in the network', () => {
    expect(forProvider(dnsLink(db))).toEqual({
      resourceGroupName: 'acme-data',
      privateDnsZoneNameRef: { name: 'old-zone' },
      virtualNetworkId: '/vnet',
      tags: db.azure.tags,
    })
    expect(managing(dnsLink(db))).toEqual(whole)
    expect(emitted(dnsLink(db)).protection).toEqual({
      keep: ['spec.forProvider.resourceGroupName', 'spec.forProvider.virtualNetworkId'],
    })
  })
})

describe('a server that has a zone', () => {
  const using = (privateDnsZoneId: string) => ({
    server: { spec: { forProvider: { privateDnsZoneId } }, metadata: { name: 'orders-server' } },
  })
  const own = '/zones/orders-server.private.postgres.database.azure.com'

  it('keeps its own when the platform shares one later, or the claim is refused for a zone that would go', () => {
    const db = azureDatabase({ place: shared, sent: { composed: { ...using(own), 'dns-zone': {} } } })
    expect(needsOwnZone(db)).toBe(true)
    expect(emitted(dnsZone(db)).resource['kind']).toBe('PrivateDNSZone')
  })

  it('keeps it also while the zone, or the server, is not observed for a moment', () => {
    expect(needsOwnZone(azureDatabase({ place: shared, sent: { composed: using(own) } }))).toBe(true)
    expect(needsOwnZone(azureDatabase({ place: shared, sent: { composed: { 'dns-zone': {} } } }))).toBe(true)
  })

  it('stays in the shared one when the platform shares it no longer', () => {
    expect(
      needsOwnZone(azureDatabase({ sent: { composed: using('/zones/shared.postgres.database.azure.com') } })),
    ).toBe(false)
  })
})
