import { expect, it } from 'vitest'
import { checks, deviations } from '../../../../functions/kinds/database/gcp/checks.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { database, gcpDatabase } from '../../fixtures.ts'

it('asks the platform team for the key that the claim wants', () => {
  const db = { encryption: { atRest: 'CustomerManaged', inTransit: 'Required' } } as const
  const path = 'XPlatform/default spec.providers.gcp.regions[europe-west1].encryptionKey'
  expect(checks(gcpDatabase())).toEqual([])
  expect(checks(gcpDatabase({ db }))).toEqual([
    refuse('MissingPlatformFact', path, 'CustomerManaged encryption needs a key'),
  ])
  expect(checks(gcpDatabase({ db, place: { encryptionKey: 'key' } }))).toEqual([])
})

it('says that ranges can’t narrow a private address, or a developer believes in a lock that is not there', () => {
  const { network } = database()
  const cidrs = [{ name: 'office', cidr: '10.1.0.0/16' }]
  const told = (change: Partial<typeof network>) =>
    deviations(gcpDatabase({ db: { network: { ...network, ...change } } }))
  expect(told({ cidrs })).toEqual([
    {
      field: 'spec.network.allowedCidrs',
      reason: 'Cloud SQL’s private address is open to the whole network: ranges can’t narrow it',
    },
  ])
  expect(told({ cidrs, exposure: 'Public' })).toEqual([])
  expect(told({})).toEqual([])
})
