import { rootCertificates } from '../../../generated/aws/root-certificates.ts'
import { textAt } from '../../../runtime/read.ts'
import type { Details } from '../connection.ts'
import type { AwsDatabase } from './database.ts'

/** RDS gives the address and the password; its certificates are signed by a root of its own per region. */
export const details = ({ observed, aws }: AwsDatabase): Details => {
  const address =
    observed.connection('instance', 'host') ??
    textAt(observed.composed('instance')?.resource, 'status', 'atProvider', 'address')
  return {
    host: address,
    readOnlyHost: address,
    password: observed.connection('instance', 'password'),
    caCertificate: rootCertificates[aws.region],
  }
}
