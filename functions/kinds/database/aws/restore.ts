import type { Instance } from '../../../generated/rds.aws.m.upbound.io/instance.ts'
import type { Beginning } from '../restore/servers.ts'

type Asked = NonNullable<Instance['spec']['forProvider']['restoreToPointInTime']>

/**
 * The backups that RDS makes an instance of. It keeps their key and their databases, which can't be asked for again; the password is set
 * once the instance is there, so it is the claim's own (RDS manual, “Restoring a DB instance to a specified time”).
 */
export const restoreToPointInTime = ({ server, pointInTime }: Beginning): Asked => ({
  sourceDbInstanceIdentifier: server,
  ...(pointInTime === undefined ? { useLatestRestorableTime: true } : { restoreTime: pointInTime }),
})
