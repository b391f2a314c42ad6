import { expect, it } from 'vitest'
import { onAzure } from '../../../../functions/kinds/database/azure/database.ts'
import { azureDatabase, database, facts, name } from '../../fixtures.ts'

it('takes the place from the platform, and tags everything for the claim', () => {
  const encryptionKey = { keyVaultKeyId: 'key', userAssignedIdentityId: 'identity' }
  expect(azureDatabase({ place: { encryptionKey } }).azure).toEqual({
    path: 'XPlatform/default spec.providers.azure',
    location: 'westeurope',
    resourceGroup: 'acme-data',
    network: facts.Azure.region.network,
    encryptionKey,
    providerConfigRef: { kind: 'ClusterProviderConfig', name: 'default' },
    tags: {
      'cost-center': '4711',
      'managed-by': 'roadbed',
      kind: 'xdatabase',
      claim: 'orders',
      namespace: 'team-a',
      environment: 'team-a',
    },
    serverName: name('server'),
  })
})

it('refers to the server by the name that it has', () => {
  const composed = { server: { metadata: { name: 'old-server' } } }
  expect(azureDatabase({ sent: { composed } }).azure.serverName).toBe('old-server')
})

it('is still the same claim', () => {
  const db = database()
  const { azure: _place, ...rest } = onAzure(db, facts.Azure)
  expect(rest).toEqual(db)
})
