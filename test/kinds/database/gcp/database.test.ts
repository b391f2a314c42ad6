import { expect, it } from 'vitest'
import { onGcp } from '../../../../functions/kinds/database/gcp/database.ts'
import { database, facts, gcpDatabase, name } from '../../fixtures.ts'

it('takes the place from the platform, and labels everything for the claim', () => {
  expect(gcpDatabase({ place: { encryptionKey: 'key' } }).gcp).toEqual({
    path: 'XPlatform/default spec.providers.gcp',
    project: 'acme',
    region: 'europe-west1',
    network: facts.GCP.region.network,
    encryptionKey: 'key',
    providerConfigRef: { kind: 'ClusterProviderConfig', name: 'default' },
    labels: {
      'cost-center': '4711',
      'managed-by': 'roadbed',
      kind: 'xdatabase',
      claim: 'orders',
      namespace: 'team-a',
      environment: 'team-a',
    },
    instanceName: name('instance'),
  })
})

it('refers to the instance by the name that it has', () => {
  const composed = { instance: { metadata: { name: 'old-instance' } } }
  expect(gcpDatabase({ sent: { composed } }).gcp.instanceName).toBe('old-instance')
})

it('is still the same claim', () => {
  const db = database()
  const { gcp: _place, ...rest } = onGcp(db, facts.GCP)
  expect(rest).toEqual(db)
})
