import { expect, it } from 'vitest'
import { details } from '../../../../functions/kinds/database/gcp/details.ts'
import { database, gcpDatabase, reported } from '../../fixtures.ts'

const open = { network: { ...database().network, exposure: 'Public' } } as const

const known = {
  composed: { instance: reported({ privateIpAddress: '10.9.9.9', publicIpAddress: '203.0.113.9' }), user: {} },
  connection: {
    instance: { privateIP: '10.0.0.1', publicIP: '203.0.113.1', serverCACertificateCert: 'PEM' },
    user: { password: 'secret' },
  },
}

it('knows nothing before the instance exists, not even the certificate: each has its own', () => {
  expect(details(gcpDatabase())).toEqual({
    host: undefined,
    readOnlyHost: undefined,
    password: undefined,
    caCertificate: undefined,
  })
})

it('gives the private address, or the public one where the claim is public: never the other', () => {
  expect(details(gcpDatabase({ sent: known }))).toEqual({
    host: '10.0.0.1',
    readOnlyHost: '10.0.0.1',
    password: 'secret',
    caCertificate: 'PEM',
  })
  expect(details(gcpDatabase({ db: open, sent: known })).host).toBe('203.0.113.1')
})

it('finds the address in the status while the details are not written yet', () => {
  const { composed } = known
  expect(details(gcpDatabase({ sent: { composed } })).host).toBe('10.9.9.9')
  expect(details(gcpDatabase({ db: open, sent: { composed } })).host).toBe('203.0.113.9')
})
