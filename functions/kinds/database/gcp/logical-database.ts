import { Database } from '../../../generated/sql.gcp.m.upbound.io/database.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import type { LogicalDatabase } from '../database.ts'
import { whenServed } from '../served.ts'
import type { GcpDatabase } from './database.ts'

/** One database on the instance. It goes with the instance: Cloud SQL drops none that has connections. */
export const logicalDatabase = (db: GcpDatabase, { name, encoding = 'UTF8' }: LogicalDatabase): Emit =>
  managed(
    db,
    itemKey('database', name),
    Database,
    {
      project: db.gcp.project,
      instanceRef: { name: db.gcp.instanceName },
      charset: encoding,
      // Cloud SQL spells en_US.utf8 so, and has no other.
      collation: 'en_US.UTF8',
    },
    {
      providerConfigRef: db.gcp.providerConfigRef,
      annotations: { 'crossplane.io/external-name': name },
      keepOnDelete: true,
      readiness: whenServed(db),
      protection: {
        keep: ['spec.forProvider.project'],
        fixed: { 'spec.forProvider.charset': `spec.databases[${name}].encoding` },
      },
    },
  )
