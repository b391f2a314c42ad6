import { FlexibleServer } from '../../../generated/dbforpostgresql.azure.m.upbound.io/flexible-server.ts'
import { present } from '../../../runtime/json.ts'
import { waiting, type Entry } from '../../../runtime/plan.ts'
import { whenManaged } from '../../../runtime/readiness.ts'
import { managed, nameOf } from '../../composed.ts'
import { username } from '../connection.ts'
import type { AzureDatabase } from './database.ts'
import { needsOwnZone } from './dns.ts'
import { passwordSecret, restored } from './restore.ts'
import { storageMb } from './storage.ts'
import { zonesOf } from './zones.ts'

/** Azure counts the days from Sunday, 0. */
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The server. The provider makes its password and keeps it in a Secret that it owns. */
export const server = (db: AzureDatabase): Entry => {
  const { azure } = db
  if (needsOwnZone(db) && !linked(db) && !db.observed.composed('server'))
    return waiting('dns-link', 'Azure refuses a server whose zone is not linked yet')
  const [zone, standbyZone] = zonesOf(db)
  return managed(
    db,
    'server',
    FlexibleServer,
    present({
      resourceGroupName: azure.resourceGroup,
      location: azure.location,
      version: db.version,
      skuName: db.size.machine,
      storageMb: storageMb(db.storage.sizeGi),
      autoGrowEnabled: db.storage.maxSizeGi !== undefined,
      zone,
      highAvailability:
        db.availability === 'MultiZone'
          ? present({ mode: 'ZoneRedundant', standbyAvailabilityZone: standbyZone })
          : undefined,

      administratorLogin: username,
      autoGeneratePassword: true,
      administratorPasswordSecretRef: { name: passwordSecret(db), key: 'password' },
      authentication: { passwordAuthEnabled: true, activeDirectoryAuthEnabled: false },

      ...networkOf(db),
      ...encryptionOf(db),
      ...(db.beginning && restored(db.beginning)),

      backupRetentionDays: db.backup.retentionDays,
      geoRedundantBackupEnabled: false,
      maintenanceWindow: {
        dayOfWeek: days.indexOf(db.maintenance.dayOfWeek),
        startHour: Number(db.maintenance.startTime.slice(0, 2)),
        startMinute: Number(db.maintenance.startTime.slice(3)),
      },
      tags: azure.tags,
    } as const),
    {
      providerConfigRef: azure.providerConfigRef,
      connection: true,
      protection: {
        keep: [
          'spec.forProvider.resourceGroupName',
          'spec.forProvider.delegatedSubnetId',
          'spec.forProvider.privateDnsZoneId',
          'spec.forProvider.customerManagedKey',
        ],
        grow: ['spec.forProvider.storageMb'],
        fixed: {
          'spec.forProvider.location': 'spec.placement.region',
          'spec.forProvider.administratorLogin': 'spec',
          'spec.forProvider.publicNetworkAccessEnabled': 'spec.network.exposure',
        },
      },
    },
  )
}

const linked = ({ observed }: AzureDatabase): boolean => {
  const link = observed.composed('dns-link')?.resource
  return link !== undefined && whenManaged(link).ready
}

type Asked = FlexibleServer['spec']['forProvider']

const networkOf = (
  db: AzureDatabase,
): Pick<Asked, 'publicNetworkAccessEnabled' | 'delegatedSubnetId' | 'privateDnsZoneId' | 'privateDnsZoneIdRef'> => {
  const { network, azure, observed } = db
  if (network.exposure === 'Public') return { publicNetworkAccessEnabled: true }
  const { databaseSubnetId, privateDnsZoneId } = azure.network
  return {
    publicNetworkAccessEnabled: false,
    delegatedSubnetId: databaseSubnetId,
    ...(needsOwnZone(db)
      ? { privateDnsZoneIdRef: { name: nameOf(observed, 'dns-zone') } }
      : privateDnsZoneId && { privateDnsZoneId }),
  }
}

const encryptionOf = ({
  encryption,
  azure: { encryptionKey },
}: AzureDatabase): Pick<Asked, 'customerManagedKey' | 'identity'> => {
  if (encryption.atRest !== 'CustomerManaged' || !encryptionKey) return {}
  const { keyVaultKeyId, userAssignedIdentityId } = encryptionKey
  return {
    customerManagedKey: { keyVaultKeyId, primaryUserAssignedIdentityId: userAssignedIdentityId },
    identity: { type: 'UserAssigned', identityIds: [userAssignedIdentityId] },
  }
}
