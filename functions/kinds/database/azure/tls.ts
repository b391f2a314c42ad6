import { FlexibleServerConfiguration } from '../../../generated/dbforpostgresql.azure.m.upbound.io/flexible-server-configuration.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import type { AzureDatabase } from './database.ts'

/** Whether the server refuses connections without TLS. A setting can't be deleted, only set back: it goes with the server. */
export const tls = (db: AzureDatabase): Emit =>
  managed(
    db,
    'tls',
    FlexibleServerConfiguration,
    {
      serverIdRef: { name: db.azure.serverName },
      name: 'require_secure_transport',
      value: db.encryption.inTransit === 'Required' ? 'on' : 'off',
    },
    { providerConfigRef: db.azure.providerConfigRef, keepOnDelete: true },
  )
