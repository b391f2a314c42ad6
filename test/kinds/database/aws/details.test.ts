import { expect, it } from 'vitest'
import { details } from '../../../../functions/kinds/database/aws/details.ts'
import { rootCertificates } from '../../../../functions/generated/aws/root-certificates.ts'
import { awsDatabase, reported } from '../../fixtures.ts'

const caCertificate = rootCertificates['eu-west-1']

it('knows the certificate of the region before anything else', () => {
  expect(details(awsDatabase())).toEqual({
    host: undefined,
    readOnlyHost: undefined,
    password: undefined,
    caCertificate,
  })
  expect(caCertificate).toMatch(/^-----BEGIN CERTIFICATE-----\n/)
})

it('takes address and password from the connection details', () => {
  const composed = { instance: reported({ address: 'old.rds.example.org' }) }
  const connection = { instance: { host: 'orders.rds.example.org', password: 'secret' } }
  expect(details(awsDatabase({ sent: { composed, connection } }))).toEqual({
    host: 'orders.rds.example.org',
    readOnlyHost: 'orders.rds.example.org',
    password: 'secret',
    caCertificate,
  })
})

it('finds the address in the status while the details are not written yet', () => {
  const composed = { instance: reported({ address: 'orders.rds.example.org' }) }
  expect(details(awsDatabase({ sent: { composed } })).host).toBe('orders.rds.example.org')
})
