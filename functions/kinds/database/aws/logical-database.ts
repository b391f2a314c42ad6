import { Database } from '../../../generated/postgresql.sql.m.crossplane.io/database.ts'
import { itemKey } from '../../../runtime/keys.ts'
import { waiting, type Entry } from '../../../runtime/plan.ts'
import { managed, nameOf } from '../../composed.ts'
import type { LogicalDatabase } from '../database.ts'
import { whenServed } from '../served.ts'
import { defaultCollation } from '../locale.ts'
import type { AwsDatabase } from './database.ts'

/**
 * A database after the first, made through SQL once the connection Secret can be filled. It is never dropped by itself:
 * it goes with its instance, and a DROP that races the Secret's deletion would hang for ever.
 */
export const logicalDatabase = (
  db: AwsDatabase,
  { name, encoding = 'UTF8', collation = defaultCollation }: LogicalDatabase,
): Entry => {
  const key = itemKey('database', name)
  if (!db.observed.connection('instance', 'password'))
    return waiting('instance', 'its connection details are not there yet')
  return managed(
    db,
    key,
    Database,
    { encoding, lcCollate: collation, lcCType: collation, template: 'template0' },
    {
      providerConfigRef: { kind: 'ProviderConfig', name: nameOf(db.observed, 'sql-provider-config') },
      annotations: { 'crossplane.io/external-name': name },
      keepOnDelete: true,
      readiness: whenServed(db),
      protection: {
        fixed: {
          'spec.forProvider.encoding': `spec.databases[${name}].encoding`,
          'spec.forProvider.lcCollate': `spec.databases[${name}].collation`,
        },
      },
    },
  )
}
