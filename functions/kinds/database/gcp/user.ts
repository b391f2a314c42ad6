import { User } from '../../../generated/sql.gcp.m.upbound.io/user.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed, nameOf } from '../../composed.ts'
import { username } from '../connection.ts'
import { whenServed } from '../served.ts'
import type { GcpDatabase } from './database.ts'

/** The user that the connection Secret names. It goes with the instance: PostgreSQL drops no user that owns anything. */
export const user = (db: GcpDatabase): Emit =>
  managed(
    db,
    'user',
    User,
    {
      project: db.gcp.project,
      instanceRef: { name: db.gcp.instanceName },
      type: 'BUILT_IN',
      passwordSecretRef: { name: nameOf(db.observed, 'password'), key: 'password' },
    },
    {
      providerConfigRef: db.gcp.providerConfigRef,
      annotations: { 'crossplane.io/external-name': username },
      connection: true,
      keepOnDelete: true,
      readiness: whenServed(db),
      protection: { keep: ['spec.forProvider.project'] },
    },
  )
