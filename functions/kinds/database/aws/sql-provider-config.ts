import { ProviderConfig } from '../../../generated/postgresql.sql.m.crossplane.io/provider-config.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { AwsDatabase } from './database.ts'

/** Lets provider-sql into the server, with the claim's own connection Secret, to make the databases after the first. */
export const sqlProviderConfig = (db: AwsDatabase): Entry =>
  db.databases.length === 1
    ? absent('RDS makes the only database itself')
    : object(db.claim, 'sql-provider-config', ProviderConfig, {
        spec: {
          // verify-full needs the CA inside the provider's pod, where a claim can't put it.
          sslMode: 'require',
          defaultDatabase: db.databases[0].name,
          credentials: {
            source: 'PostgreSQLConnectionSecret',
            connectionSecretRef: { name: db.secretName },
            secretKeyMapping: { endpoint: 'host' },
          },
        },
      })
