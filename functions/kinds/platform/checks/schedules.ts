import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { parseCron } from '../../../runtime/time/cron.ts'
import { nextAfter } from '../../../runtime/time/occurrences.ts'
import { platformPath } from '../../../settings/platform.ts'

/** Backup policies by which no backup would ever be taken. */
export const schedules = ({ classes = {} }: PlatformSpec): readonly Refusal[] =>
  (classes.backupPolicies ?? []).flatMap(({ name, schedule }) => {
    const cron = parseCron(schedule)
    return cron && nextAfter(cron, 'UTC', 0) !== undefined
      ? []
      : [
          refuse(
            'InvalidSchedule',
            `${platformPath}.classes.backupPolicies[${name}].schedule`,
            `"${schedule}" never comes: nothing would be backed up`,
          ),
        ]
  })
