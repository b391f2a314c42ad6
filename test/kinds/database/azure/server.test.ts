import { describe, expect, it } from 'vitest'
import { weekdays } from '../../../../apis/blocks/maintenance-window.ts'
import { server } from '../../../../functions/kinds/database/azure/server.ts'
import type { Database } from '../../../../functions/kinds/database/database.ts'
import { waiting } from '../../../../functions/runtime/plan.ts'
import { withCondition } from '../../../runtime/fixtures.ts'
import {
  azureDatabase,
  database,
  emitted,
  facts,
  forProvider,
  managing,
  name,
  reported,
  whole,
} from '../../fixtures.ts'

const shared = { network: { ...facts.Azure.region.network, privateDnsZoneId: '/zone' } }
const open = { ...database().network, exposure: 'Public' } as const

const asked = (db: Partial<Database> = {}) => forProvider(server(azureDatabase({ db, place: shared })))

it('asks for exactly what was decided', () => {
  const db = azureDatabase({ place: shared })
  expect(forProvider(server(db))).toEqual({
    resourceGroupName: 'acme-data',
    location: 'westeurope',
    version: '17',
    skuName: 'machine-1',
    storageMb: 65_536,
    autoGrowEnabled: false,
    administratorLogin: 'app',
    autoGeneratePassword: true,
    administratorPasswordSecretRef: { name: name('server-password'), key: 'password' },
    authentication: { passwordAuthEnabled: true, activeDirectoryAuthEnabled: false },
    publicNetworkAccessEnabled: false,
    delegatedSubnetId: '/subnet',
    privateDnsZoneId: '/zone',
    backupRetentionDays: 7,
    geoRedundantBackupEnabled: false,
    maintenanceWindow: { dayOfWeek: 0, startHour: 4, startMinute: 0 },
    tags: db.azure.tags,
  })
  expect(managing(server(db))).toEqual({ ...whole, writeConnectionSecretToRef: { name: name('server-details') } })
})

describe('the zones', () => {
  const zoned = (db: Partial<Database>) => {
    const composed = {
      server: reported({ zone: '2', highAvailability: { standbyAvailabilityZone: '3' } }),
    }
    return forProvider(server(azureDatabase({ db, place: shared, sent: { composed } })))
  }

  it('are Azure’s choice at first, with a standby where the claim asks for one', () => {
    expect(asked({ availability: 'MultiZone' })['highAvailability']).toEqual({ mode: 'ZoneRedundant' })
    expect(asked({ availability: 'MultiZone' })).not.toHaveProperty('zone')
    expect(asked()).not.toHaveProperty('highAvailability')
  })

  it('are asked for again once chosen, or Azure refuses the next change', () => {
    expect(zoned({ availability: 'MultiZone' })).toMatchObject({
      zone: '2',
      highAvailability: { mode: 'ZoneRedundant', standbyAvailabilityZone: '3' },
    })
    expect(zoned({})['zone']).toBe('2')
    expect(zoned({})).not.toHaveProperty('highAvailability')
  })
})

describe('a private server without a shared zone', () => {
  const why = 'Azure refuses a server whose zone is not linked yet'
  const withLink = (status: string) =>
    server(azureDatabase({ sent: { composed: { 'dns-link': withCondition({ type: 'Ready', status }) } } }))

  it('waits until the zone is linked', () => {
    expect(server(azureDatabase())).toEqual(waiting('dns-link', why))
    expect(withLink('False')).toEqual(waiting('dns-link', why))
  })

  it('then refers to its own zone', () => {
    expect(forProvider(withLink('True'))).toMatchObject({
      delegatedSubnetId: '/subnet',
      privateDnsZoneIdRef: { name: name('dns-zone') },
    })
    expect(forProvider(withLink('True'))).not.toHaveProperty('privateDnsZoneId')
  })
})

it('is in no subnet where it is public, and waits for no zone', () => {
  const fields = forProvider(server(azureDatabase({ db: { network: open } })))
  expect(fields['publicNetworkAccessEnabled']).toBe(true)
  for (const field of ['delegatedSubnetId', 'privateDnsZoneId', 'privateDnsZoneIdRef'])
    expect(fields).not.toHaveProperty(field)
})

it('is encrypted with the platform’s key where the claim asks for it', () => {
  const encryption = { atRest: 'CustomerManaged', inTransit: 'Required' } as const
  const encryptionKey = { keyVaultKeyId: 'key', userAssignedIdentityId: 'identity' }
  const place = { ...shared, encryptionKey }
  expect(forProvider(server(azureDatabase({ db: { encryption }, place })))).toMatchObject({
    customerManagedKey: { keyVaultKeyId: 'key', primaryUserAssignedIdentityId: 'identity' },
    identity: { type: 'UserAssigned', identityIds: ['identity'] },
  })
  for (const plain of [asked({ encryption }), forProvider(server(azureDatabase({ place })))]) {
    expect(plain).not.toHaveProperty('customerManagedKey')
    expect(plain).not.toHaveProperty('identity')
  }
})

it('is patched on the claim’s day, which Azure counts from Sunday', () => {
  const counted = weekdays.map(dayOfWeek => {
    const maintenance = { dayOfWeek, startTime: '22:45', durationMinutes: 60 }
    return asked({ maintenance })['maintenanceWindow']
  })
  expect(counted).toEqual([1, 2, 3, 4, 5, 6, 0].map(dayOfWeek => ({ dayOfWeek, startHour: 22, startMinute: 45 })))
})

it('grows by itself only where the claim gives a limit', () => {
  const { storage } = database()
  expect(asked({ storage: { ...storage, maxSizeGi: 100 } })['autoGrowEnabled']).toBe(true)
})

it('is never replaced for a fact of the platform, and never shrinks', () => {
  expect(emitted(server(azureDatabase({ place: shared }))).protection).toEqual({
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
  })
})

it('is not taken back for a link that flickers: a server that exists needs nothing to wait for', () => {
  const composed = { server: { metadata: { name: name('server') } }, 'dns-link': {} }
  expect(forProvider(server(azureDatabase({ sent: { composed } })))).toMatchObject({
    delegatedSubnetId: '/subnet',
    privateDnsZoneIdRef: { name: name('dns-zone') },
  })
})
