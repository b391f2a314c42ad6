import { rootCertificates } from '../../../generated/azure/root-certificates.ts'
import { textAt } from '../../../runtime/read.ts'
import type { Details } from '../connection.ts'
import type { AzureDatabase } from './database.ts'
import { hasOwnPassword } from './restore.ts'

/** The provider's own `username` is login@server, which flexible servers refuse; only its address and password are used. */
export const details = (db: AzureDatabase): Details => {
  const { observed } = db
  const host =
    observed.connection('server', 'endpoint') ??
    textAt(observed.composed('server')?.resource, 'status', 'atProvider', 'fqdn')
  return {
    host,
    readOnlyHost: host,
    password: hasOwnPassword(db) ? observed.connection('server', 'password') : undefined,
    caCertificate: rootCertificates,
  }
}
