import { expect, it } from 'vitest'
import { checks, deviations } from '../../../../functions/kinds/database/azure/checks.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { azureDatabase, database } from '../../fixtures.ts'

const { network } = database()

it('asks the platform team for the key that the claim wants', () => {
  const db = { encryption: { atRest: 'CustomerManaged', inTransit: 'Required' } } as const
  const path = 'XPlatform/default spec.providers.azure.regions[westeurope].encryptionKey'
  expect(checks(azureDatabase({ db }))).toEqual([
    refuse('MissingPlatformFact', path, 'CustomerManaged encryption needs a key'),
  ])
  const encryptionKey = { keyVaultKeyId: 'key', userAssignedIdentityId: 'identity' }
  expect(checks(azureDatabase({ db, place: { encryptionKey } }))).toEqual([])
})

it('says that ranges can’t narrow a private server, or a developer believes in a lock that is not there', () => {
  const cidrs = [{ name: 'office', cidr: '10.1.0.0/16' }]
  const told = (change: Partial<typeof network>) =>
    deviations(azureDatabase({ db: { network: { ...network, ...change } } }))
  expect(told({ cidrs })).toEqual([
    {
      field: 'spec.network.allowedCidrs',
      reason: 'a private server is open to its network: the platform’s security group on the subnet narrows it',
    },
  ])
  expect(told({ cidrs, exposure: 'Public' })).toEqual([])
  expect(told({})).toEqual([])
})
