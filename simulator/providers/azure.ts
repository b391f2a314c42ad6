import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import type { ManagedKind } from './managed.ts'
import { externalName, type Reference } from './references.ts'

const postgres = 'dbforpostgresql.azure.m.upbound.io/v1beta1'
const network = 'network.azure.m.upbound.io/v1beta1'

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000'

const idBelow = (type: string) => (object: JsonObject) =>
  `${subscription}/resourceGroups/${textAt(object, 'spec', 'forProvider', 'resourceGroupName')}/providers/${type}/${externalName(object) ?? textAt(object, 'metadata', 'name')}`

/** The full id; until Azure has made the object there is only a name in its place. */
const id = (object: JsonObject) => {
  const known = textAt(object, 'status', 'atProvider', 'id')
  return known?.startsWith('/') ? known : undefined
}

const server: Reference = {
  field: 'serverId',
  ref: 'serverIdRef',
  target: { apiVersion: postgres, kind: 'FlexibleServer' },
  value: id,
}

const serverId = idBelow('Microsoft.DBforPostgreSQL/flexibleServers')
const fqdn = (object: JsonObject) => `${textAt(object, 'metadata', 'name')}.postgres.database.azure.com`

/** Azure puts the standby into a zone of its own choice. */
const standby = (object: JsonObject): JsonObject => {
  const asked = objectAt(object, 'spec', 'forProvider', 'highAvailability')
  return asked['mode'] === undefined ? {} : { highAvailability: { ...asked, standbyAvailabilityZone: '1' } }
}

export const azureKinds: readonly ManagedKind[] = [
  {
    apiVersion: network,
    kind: 'PrivateDNSZone',
    seconds: 30,
    outputs: object => ({ id: idBelow('Microsoft.Network/privateDnsZones')(object) }),
  },
  {
    apiVersion: network,
    kind: 'PrivateDNSZoneVirtualNetworkLink',
    seconds: 30,
    references: [
      {
        field: 'privateDnsZoneName',
        ref: 'privateDnsZoneNameRef',
        target: { apiVersion: network, kind: 'PrivateDNSZone' },
      },
    ],
  },
  {
    apiVersion: postgres,
    kind: 'FlexibleServer',
    seconds: 360,
    references: [
      {
        field: 'privateDnsZoneId',
        ref: 'privateDnsZoneIdRef',
        target: { apiVersion: network, kind: 'PrivateDNSZone' },
        value: id,
      },
    ],
    password: { secretRef: 'administratorPasswordSecretRef', generate: true },
    outputs: object => ({ id: serverId(object), fqdn: fqdn(object), zone: '2', ...standby(object) }),
    connection: (object, password) => ({
      endpoint: fqdn(object),
      port: '5432',
      username: `${textAt(object, 'spec', 'forProvider', 'administratorLogin')}@${textAt(object, 'metadata', 'name')}`,
      ...(password && { password, 'attribute.administrator_password': password }),
    }),
  },
  { apiVersion: postgres, kind: 'FlexibleServerDatabase', seconds: 10, references: [server] },
  { apiVersion: postgres, kind: 'FlexibleServerConfiguration', seconds: 10, references: [server] },
  { apiVersion: postgres, kind: 'FlexibleServerFirewallRule', seconds: 10, references: [server] },
]
