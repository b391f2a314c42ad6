import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { cloud } from '../scripted.ts'

const azure = (group: string, kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: `${group}.azure.m.upbound.io/v1beta1`,
  kind,
  metadata: { name },
  spec,
})

const server = (forProvider: JsonObject = {}): JsonObject =>
  azure('dbforpostgresql', 'FlexibleServer', 'server', {
    forProvider: {
      resourceGroupName: 'shop',
      location: 'westeurope',
      administratorLogin: 'owner',
      privateDnsZoneIdRef: { name: 'zone' },
      administratorPasswordSecretRef: { name: 'password', key: 'password' },
      ...forProvider,
    },
    writeConnectionSecretToRef: { name: 'connection' },
  })

const made = (forProvider: JsonObject = {}) => {
  const bed = cloud()
  const zoneRef = bed.apply(azure('network', 'PrivateDNSZone', 'zone', { forProvider: { resourceGroupName: 'shop' } }))
  bed.plane.finish()
  const ref = bed.apply(server(forProvider))
  bed.plane.finish()
  const database = bed.apply(
    azure('dbforpostgresql', 'FlexibleServerDatabase', 'orders', { forProvider: { serverIdRef: { name: 'server' } } }),
  )
  bed.plane.finish()
  const status = objectAt(bed.get(ref), 'status', 'atProvider')
  return { ...bed, ref, zone: objectAt(bed.get(zoneRef), 'status', 'atProvider'), database, status }
}

describe('the fake Azure', () => {
  it('has in a server’s Secret exactly the real keys and its odd user, or a login works here alone', () => {
    const { secret } = made()
    const { password } = secret('password')
    expect(secret('connection')).toEqual({
      endpoint: 'server.postgres.database.azure.com',
      port: '5432',
      username: 'owner@server',
      password,
      'attribute.administrator_password': password,
    })
  })

  it('resolves references to ids, which are paths, or a name where Azure wants an id passes', () => {
    const { zone, status, get, ref, database } = made()
    const below = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop/providers'
    expect(zone['id']).toBe(`${below}/Microsoft.Network/privateDnsZones/zone`)
    expect(textAt(get(ref), 'spec', 'forProvider', 'privateDnsZoneId')).toBe(zone['id'])
    expect(status['id']).toBe(`${below}/Microsoft.DBforPostgreSQL/flexibleServers/server`)
    expect(textAt(get(database), 'spec', 'forProvider', 'serverId')).toBe(status['id'])
  })

  it('chooses zones by itself: of the server, and of a standby if there is one', () => {
    expect(made().status).toMatchObject({ zone: '2', fqdn: 'server.postgres.database.azure.com' })
    expect(made().status).not.toHaveProperty('highAvailability')
    expect(made({ highAvailability: { mode: 'ZoneRedundant' } }).status['highAvailability']).toEqual({
      mode: 'ZoneRedundant',
      standbyAvailabilityZone: '1',
    })
  })
})
