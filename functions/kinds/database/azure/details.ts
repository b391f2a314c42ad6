import { rootCertificates } from '../../../generated/azure/root-certificates.ts'
import { textAt } from '../../../runtime/read.ts'
import type { Details } from '../connection.ts'
import type { AzureDatabase } from './database.ts'

/** The provider's own `username` is login@server, which flexible servers refuse; only its address and password are used. */
export const details = ({ observed }: AzureDatabase): Details => {
  const host =
    observed.connection('server', 'endpoint') ??
    textAt(observed.composed('server')?.resource, 'status', 'atProvider', 'fqdn')
  return {
    host,
    readOnlyHost: host,
    password: observed.connection('server', 'password'),
    caCertificate: rootCertificates,
  }
}
