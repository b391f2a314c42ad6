import { expect, it } from 'vitest'
import { details } from '../../../../functions/kinds/database/azure/details.ts'
import { rootCertificates } from '../../../../functions/generated/azure/root-certificates.ts'
import { azureDatabase, reported } from '../../fixtures.ts'

const caCertificate = rootCertificates

it('knows the roots of Azure before anything else', () => {
  expect(details(azureDatabase())).toEqual({
    host: undefined,
    readOnlyHost: undefined,
    password: undefined,
    caCertificate,
  })
})

it('takes address and password, but not the login: login@server is refused by flexible servers', () => {
  const composed = { server: reported({ fqdn: 'old.example.org' }) }
  const connection = { server: { endpoint: 'orders.example.org', password: 'secret', username: 'app@orders' } }
  expect(details(azureDatabase({ sent: { composed, connection } }))).toEqual({
    host: 'orders.example.org',
    readOnlyHost: 'orders.example.org',
    password: 'secret',
    caCertificate,
  })
})

it('finds the address in the status while the details are not written yet', () => {
  const composed = { server: reported({ fqdn: 'orders.example.org' }) }
  expect(details(azureDatabase({ sent: { composed } })).host).toBe('orders.example.org')
})
