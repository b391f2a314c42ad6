import type { Backup } from '../../apis/blocks/backup.ts'
import type { BackupPolicy } from '../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse } from '../runtime/errors.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'
import * as builtIn from './built-in.ts'
import { asked, type Setting } from './setting.ts'

/** How a claim is backed up, each part with who decided it. */
export interface BackupSettings {
  readonly policy: Setting<string>
  /** Cron, five fields, UTC. */
  readonly schedule: Setting<string>
  /** How long the daily backup may take to start. */
  readonly windowMinutes: Setting<number>
  readonly retentionDays: Setting<number>
  readonly pointInTimeRecovery: Setting<'Enabled' | 'Disabled'>
}

export const backupPoliciesOf = ({ classes = {} }: PlatformSpec): readonly BackupPolicy[] => {
  const own = classes.backupPolicies ?? []
  return [...builtIn.backupPolicies.filter(({ name }) => !own.some(policy => policy.name === name)), ...own]
}

/** The policy that the claim, or else its environment type, names; then the fields in which the claim differs. */
export const backupOf = (
  claim: Backup,
  byDefault: Setting<string>,
  platform: PlatformSpec,
): Outcome<BackupSettings> => {
  const named = claim.policy === undefined ? byDefault : asked(claim.policy)
  const name = named.value
  const all = backupPoliciesOf(platform)
  const policy = all.find(candidate => candidate.name === name)
  if (!policy) {
    const names = all.map(candidate => candidate.name).join(', ')
    return refused(
      refuse('UnknownBackupPolicy', 'spec.backup.policy', `there is no policy "${name}"; there are ${names}`),
    )
  }
  const schedule = claim.schedule ?? (claim.window && dailyAt(claim.window.startTime))
  return ok({
    policy: named,
    schedule: pick(schedule, policy.schedule),
    windowMinutes: pick(claim.window?.durationMinutes, 60),
    retentionDays: pick(claim.retentionDays, policy.retentionDays),
    pointInTimeRecovery: pick(claim.pointInTimeRecovery, policy.pointInTimeRecovery),
  })
}

const pick = <T>(claim: T | undefined, policy: T): Setting<T> =>
  claim === undefined ? { value: policy, from: 'platform' } : asked(claim)

const dailyAt = (time: string): string => {
  const [hour, minute] = time.split(':').map(Number)
  return `${minute} ${hour} * * *`
}

/** The time of day of a schedule that runs once a day, as `HH:MM`; `undefined` for any other schedule. */
export const dailyTime = (schedule: string): string | undefined => {
  const [, minute, hour] = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(schedule) ?? []
  if (minute === undefined || hour === undefined || Number(minute) > 59 || Number(hour) > 23) return undefined
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}
