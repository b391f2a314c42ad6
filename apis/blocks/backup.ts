import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, cron, label, rules, set, timeOfDay } from './values.ts'

/** When backups are taken and how long they are kept. A named policy of the platform, or the fields that differ from it. */
export const backup = Type.Object(
  {
    policy: Type.Optional(
      label({ description: 'A backup policy of the platform, such as daily. Default: the environment type’s.' }),
    ),
    schedule: Type.Optional(
      cron({ description: 'When backups are taken: cron, five fields, UTC. Replaces the policy’s schedule.' }),
    ),
    window: Type.Optional(
      Type.Object(
        {
          startTime: timeOfDay({ description: 'When the daily backup may start, in UTC, such as 02:00.' }),
          durationMinutes: Type.Optional(
            Type.Integer({ minimum: 30, maximum: 720, description: 'How long it may take to start. Default: 60.' }),
          ),
        },
        { description: 'One backup a day, taken inside this window. Replaces the policy’s schedule.' },
      ),
    ),
    retentionDays: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 365, description: 'How many days a backup is kept.' }),
    ),
    pointInTimeRecovery: Type.Optional(
      choice(['Enabled', 'Disabled'], {
        description: 'Whether the log is kept as well, so that any moment of the retention can be restored.',
      }),
    ),
    allowedNamespaces: Type.Optional(
      Type.Array(label({ description: 'A namespace.' }), {
        maxItems: 16,
        description:
          'Other namespaces whose databases may be made of the backups (restoreFrom): whoever claims there can read all of this data. Default: none.',
        ...set,
      }),
    ),
  },
  {
    description: 'Backups. On by default.',
    ...rules({
      rule: '!(has(self.schedule) && has(self.window))',
      message: 'give a schedule or a window, not both',
      fieldPath: '.schedule',
    }),
  },
)

export type Backup = Static<typeof backup>
