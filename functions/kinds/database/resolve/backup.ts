import type { Provider } from '../../../../apis/blocks/placement.ts'
import { refuse } from '../../../runtime/errors.ts'
import { dailyTime, type BackupSettings } from '../../../settings/backup.ts'
import type { Facts } from '../../../settings/facts.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { Setting } from '../../../settings/setting.ts'
import { bounds, choices } from '../capabilities.ts'
import type { BackupRequest, BackupTarget } from '../database.ts'
import { decideNumber, unsupported, type Decision } from '../decide.ts'
import type { Deviation } from '../../report.ts'

type Switch = 'Enabled' | 'Disabled'

const daily = '0 2 * * *'

/** What the provider makes of the backup settings. The clouds take one backup a day. */
export const decideBackup = (
  { provider }: Facts,
  settings: BackupSettings,
  target: BackupTarget,
): Decision<BackupRequest> => {
  const schedule = decideSchedule(provider, settings.schedule)
  const retention = decideNumber(bounds.retentionDays, provider, settings.retentionDays)
  const recovery = decideRecovery(provider, target, settings.pointInTimeRecovery)
  return {
    value: {
      target,
      policy: settings.policy.value,
      schedule: schedule.value,
      startTime: dailyTime(schedule.value),
      windowMinutes: settings.windowMinutes.value,
      retentionDays: retention.value,
      pointInTimeRecovery: recovery.value,
    },
    ...(target === 'Nowhere'
      ? nowhere(settings)
      : {
          refusals: [schedule, retention, recovery].flatMap(({ refusals = [] }) => refusals),
          deviations: [
            ...[schedule, retention, recovery].flatMap(({ deviations = [] }) => deviations),
            ...noWindow(provider, settings.windowMinutes),
            ...inside(target),
          ],
        }),
  }
}

/** A claim that asks for backups is not left without; one that leaves them to its environment is told. */
const nowhere = (settings: BackupSettings): Pick<Decision<unknown>, 'refusals' | 'deviations'> => {
  const { policy, schedule, windowMinutes, retentionDays, pointInTimeRecovery } = settings
  const settingsOfClaim = [policy, schedule, windowMinutes, retentionDays, pointInTimeRecovery]
  return settingsOfClaim.some(({ from }) => from === 'claim')
    ? {
        refusals: [
          refuse('MissingPlatformFact', storePath, 'spec.backup has nowhere to go: the cluster has no snapshots'),
        ],
      }
    : { deviations: [deviation('spec.backup', `nothing is backed up: ${nothingThere}`)] }
}

const storePath = `${platformPath}.providers.kubernetes.backupStore`

const nothingThere = 'the platform declares no backup store, and the cluster has no volume snapshots'

const inside = (target: BackupTarget): readonly Deviation[] =>
  target === 'Snapshots'
    ? [
        deviation(
          'spec.backup',
          'backups are volume snapshots inside the cluster, kept until somebody deletes them: the platform declares no backup store',
        ),
      ]
    : []

const decideSchedule = (provider: Provider, { value, from }: Setting<string>): Decision<string> => {
  const { field, offered } = choices.schedule
  const kinds: readonly string[] = offered[provider]
  if (kinds.includes('Any')) return { value }
  if (kinds.includes('Daily') && dailyTime(value)) return { value }
  if (from === 'claim') return { value, refusals: [unsupported(field, provider, value, offered[provider])] }
  if (kinds.includes('Daily'))
    return { value: daily, deviations: [deviation(field, `${provider} takes one backup a day, not ${value}`)] }
  return { value: daily, deviations: [deviation(field, `${provider} takes one backup a day, at a time of its own`)] }
}

/** More recovery than was asked for harms nobody, so it is told and not refused. Less is refused, or told of a default. */
const decideRecovery = (
  provider: Provider,
  target: BackupTarget,
  { value, from }: Setting<Switch>,
): Decision<Switch> => {
  const { field } = choices.pointInTimeRecovery
  const offered = offeredRecovery(provider, target)
  if (offered.includes(value)) return { value }
  if (value === 'Disabled')
    return { value: 'Enabled', deviations: [deviation(field, `${provider} always keeps the log as well`)] }
  const reason = 'the log needs a store outside the cluster, and the platform declares none'
  if (from !== 'claim') return { value: 'Disabled', deviations: [deviation(field, reason)] }
  return {
    value,
    refusals: [refuse('MissingPlatformFact', storePath, reason)],
  }
}

/** In the cluster it is the store that decides: base backups in a store are worth nothing without the log. */
const offeredRecovery = (provider: Provider, target: BackupTarget): readonly Switch[] => {
  if (target === 'Cloud') return choices.pointInTimeRecovery.offered[provider]
  return target === 'Store' ? ['Enabled'] : ['Disabled']
}

const noWindow = (provider: Provider, { from }: Setting<number>): readonly Deviation[] =>
  from === 'claim' && provider !== 'AWS'
    ? [deviation('spec.backup.window.durationMinutes', `${provider} has no window: backups begin at the time given`)]
    : []

const deviation = (field: string, reason: string): Deviation => ({ field, reason })
