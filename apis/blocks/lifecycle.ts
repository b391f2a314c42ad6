import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, cron, duration, text } from './values.ts'

/** When an environment sleeps. */
const schedule = Type.Object(
  {
    suspend: cron({ description: 'When it goes to sleep: cron, five fields, such as 0 20 * * MON-FRI.' }),
    resume: cron({ description: 'When it wakes, such as 0 7 * * MON-FRI.' }),
    timeZone: Type.Optional(
      text(64, {
        pattern: '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$',
        description: 'Whose clocks are meant, by the name in the tz database, such as Europe/Berlin. Default: UTC.',
      }),
    ),
  },
  { description: 'When it sleeps and wakes. It is awake until the first time to sleep after it was made.' },
)

/** How long an environment lives, and when it sleeps: what a platform can say of all of a type. */
export const lifecycleDefaults = {
  ttl: Type.Optional(
    duration({
      description:
        'How long it lives, from when it was made: 30m, 72h, 14d. Raise it to keep the environment longer. Default: for ever.',
    }),
  ),
  expireAction: Type.Optional(
    choice(['Delete', 'Suspend'], {
      description:
        'What happens then. Delete: all that is in it goes, databases first, and the XEnvironment stays and says so. Suspend: it sleeps. Default: Delete.',
    }),
  ),
  schedule: Type.Optional(schedule),
}

const defaults = Type.Object(lifecycleDefaults)

export type LifecycleDefaults = Static<typeof defaults>
