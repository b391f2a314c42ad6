import { expect, it } from 'vitest'
import { ipConfiguration } from '../../../../functions/kinds/database/gcp/ip-configuration.ts'
import { database, gcpDatabase } from '../../fixtures.ts'

const cidrs = [{ name: 'office', cidr: '198.51.100.0/24' }]
const { network } = database()
const main = 'projects/acme/global/networks/main'

it('has no public address and opens none unless the claim is public', () => {
  expect(ipConfiguration(gcpDatabase({ db: { network: { ...network, cidrs } } }))).toEqual({
    privateNetwork: main,
    ipv4Enabled: false,
    sslMode: 'ENCRYPTED_ONLY',
  })
})

it('opens a public address to the claim’s ranges, and to nobody where there are none', () => {
  const open = (ranges: typeof cidrs) =>
    ipConfiguration(gcpDatabase({ db: { network: { ...network, exposure: 'Public', cidrs: ranges } } }))
  expect(open(cidrs)).toEqual({
    privateNetwork: main,
    ipv4Enabled: true,
    authorizedNetworks: [{ name: 'office', value: '198.51.100.0/24' }],
    sslMode: 'ENCRYPTED_ONLY',
  })
  expect(open([])).toMatchObject({ authorizedNetworks: [] })
})

it('takes its address from the range that the platform has set aside', () => {
  const place = { network: { network: main, allocatedIpRange: 'databases' } }
  const encryption = { atRest: 'ProviderManaged', inTransit: 'Preferred' } as const
  expect(ipConfiguration(gcpDatabase({ db: { encryption }, place }))).toEqual({
    privateNetwork: main,
    allocatedIpRange: 'databases',
    ipv4Enabled: false,
    sslMode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED',
  })
})
