import type { MaintenanceWindow } from '../../../../apis/blocks/maintenance-window.ts'
import type { Provider } from '../../../../apis/blocks/placement.ts'
import * as builtIn from '../../../settings/built-in.ts'
import { choices } from '../capabilities.ts'
import type { BackupRequest } from '../database.ts'
import type { Decision } from '../decide.ts'

type Window = Required<MaintenanceWindow>

/** The claim's window, or one an hour after the backup's on Sunday: RDS refuses two windows that overlap. */
export const decideMaintenance = (
  provider: Provider,
  claim: MaintenanceWindow | undefined,
  backup: BackupRequest,
): Decision<Window> => {
  if (!claim) return { value: { ...builtIn.maintenanceWindow, startTime: afterBackup(backup) } }
  const value = { ...claim, durationMinutes: claim.durationMinutes ?? builtIn.maintenanceWindow.durationMinutes }
  return {
    value,
    deviations: whatDiffers(provider, value).map(reason => ({ field: choices.maintenance.field, reason })),
  }
}

const afterBackup = ({ startTime, windowMinutes }: BackupRequest): string => {
  if (startTime === undefined) return builtIn.maintenanceWindow.startTime
  const [hour = 0, minute = 0] = startTime.split(':').map(Number)
  const start = (hour * 60 + minute + windowMinutes + 60) % (24 * 60)
  return [Math.floor(start / 60), start % 60].map(part => String(part).padStart(2, '0')).join(':')
}

const whatDiffers = (provider: Provider, { startTime, durationMinutes }: Window): readonly string[] => {
  if (provider === 'AWS') return []
  if (provider === 'Kubernetes')
    return ['CloudNativePG patches only when the image changes: there is no window to keep']
  return [
    ...(durationMinutes === 60 ? [] : [`${provider}’s windows last one hour`]),
    ...(provider === 'GCP' && !startTime.endsWith(':00') ? ['GCP’s windows open at the full hour'] : []),
  ]
}
