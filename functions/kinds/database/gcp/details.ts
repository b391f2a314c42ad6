import { textAt } from '../../../runtime/read.ts'
import type { Details } from '../connection.ts'
import type { GcpDatabase } from './database.ts'
import { knownPassword } from './password.ts'

/** Cloud SQL gives addresses, not names, and a certificate authority of its own for each instance. */
export const details = (db: GcpDatabase): Details => {
  const { observed, network } = db
  const [key, field] =
    network.exposure === 'Public' ? ['publicIP', 'publicIpAddress'] : ['privateIP', 'privateIpAddress']
  const address =
    observed.connection('instance', key) ??
    textAt(observed.composed('instance')?.resource, 'status', 'atProvider', field)
  return {
    host: address,
    readOnlyHost: address,
    password: knownPassword(db),
    caCertificate: observed.connection('instance', 'serverCACertificateCert'),
  }
}
