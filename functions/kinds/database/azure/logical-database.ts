import { FlexibleServerDatabase } from '../../../generated/dbforpostgresql.azure.m.upbound.io/flexible-server-database.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import type { LogicalDatabase } from '../database.ts'
import { defaultCollation } from '../locale.ts'
import type { AzureDatabase } from './database.ts'

/** One database on the server. It goes with the server. */
export const logicalDatabase = (
  db: AzureDatabase,
  { name, encoding = 'UTF8', collation = defaultCollation }: LogicalDatabase,
): Emit =>
  managed(
    db,
    itemKey('database', name),
    FlexibleServerDatabase,
    { serverIdRef: { name: db.azure.serverName }, charset: encoding, collation },
    {
      providerConfigRef: db.azure.providerConfigRef,
      annotations: { 'crossplane.io/external-name': name },
      keepOnDelete: true,
      protection: {
        fixed: {
          'spec.forProvider.charset': `spec.databases[${name}].encoding`,
          'spec.forProvider.collation': `spec.databases[${name}].collation`,
        },
      },
    },
  )
