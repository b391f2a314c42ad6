import { PrivateDNSZone } from '../../../generated/network.azure.m.upbound.io/private-dns-zone.ts'
import { PrivateDNSZoneVirtualNetworkLink } from '../../../generated/network.azure.m.upbound.io/private-dns-zone-virtual-network-link.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { textAt } from '../../../runtime/read.ts'
import { managed, nameOf } from '../../composed.ts'
import type { AzureDatabase } from './database.ts'

/**
 * Whether the server needs a zone of its own: it is private and the platform shares none. A server keeps the zone that it
 * is in, for Azure can't move it: what the platform shares later is for new servers.
 */
export const needsOwnZone = (db: AzureDatabase): boolean => {
  const { network, azure, observed } = db
  if (network.exposure !== 'Private') return false
  const current = textAt(observed.composed('server')?.resource, 'spec', 'forProvider', 'privateDnsZoneId')
  if (current !== undefined) return current.endsWith(`/${zoneName(db)}`)
  return azure.network.privateDnsZoneId === undefined || observed.composed('dns-zone') !== undefined
}

/** Azure wants a name that ends so. */
const zoneName = ({ azure }: AzureDatabase): string => `${azure.serverName}.private.postgres.database.azure.com`

/** The zone in which the private server is found. */
export const dnsZone = (db: AzureDatabase): Entry =>
  needsOwnZone(db)
    ? managed(
        db,
        'dns-zone',
        PrivateDNSZone,
        { resourceGroupName: db.azure.resourceGroup, tags: db.azure.tags },
        {
          providerConfigRef: db.azure.providerConfigRef,
          annotations: { 'crossplane.io/external-name': zoneName(db) },
          protection: { keep: ['spec.forProvider.resourceGroupName'] },
        },
      )
    : absent('the platform shares a zone, or the server is public')

/** Makes the zone known in the platform's network. */
export const dnsLink = (db: AzureDatabase): Entry =>
  needsOwnZone(db)
    ? managed(
        db,
        'dns-link',
        PrivateDNSZoneVirtualNetworkLink,
        {
          resourceGroupName: db.azure.resourceGroup,
          privateDnsZoneNameRef: { name: nameOf(db.observed, 'dns-zone') },
          virtualNetworkId: db.azure.network.virtualNetworkId,
          tags: db.azure.tags,
        },
        {
          providerConfigRef: db.azure.providerConfigRef,
          protection: { keep: ['spec.forProvider.resourceGroupName', 'spec.forProvider.virtualNetworkId'] },
        },
      )
    : absent('the platform shares a zone, or the server is public')
