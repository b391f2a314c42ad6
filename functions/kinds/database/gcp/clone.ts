import type { DatabaseInstance } from '../../../generated/sql.gcp.m.upbound.io/database-instance.ts'
import type { Beginning } from '../restore/servers.ts'

type Clone = NonNullable<DatabaseInstance['spec']['forProvider']['clone']>

/**
 * The instance that Cloud SQL makes a new one of: as it is now, or as its backups and its log say that it was. The clone has its key and its
 * databases; its user is given the claim's own password.
 */
export const clone = ({ server, pointInTime }: Beginning): Clone => ({
  sourceInstanceName: server,
  ...(pointInTime !== undefined && { pointInTime }),
})
