import type { LifecycleDefaults } from '../../apis/blocks/lifecycle.ts'
import { parseCron } from '../runtime/time/cron.ts'
import { nextAfter } from '../runtime/time/occurrences.ts'
import { everSleeps, type SleepSchedule } from '../runtime/time/sleep.ts'
import { isTimeZone } from '../runtime/time/zone.ts'
import { choose, type Setting } from './setting.ts'

export type Schedule = NonNullable<LifecycleDefaults['schedule']>

/** How long an environment lives and when it sleeps, each part with who decided it. `undefined`: for ever, and never. */
export interface LifecycleSettings {
  readonly ttl: Setting<string | undefined>
  readonly expireAction: Setting<'Delete' | 'Suspend'>
  readonly schedule: Setting<Schedule | undefined>
}

export const lifecycleOf = (claim: LifecycleDefaults = {}, declared: LifecycleDefaults = {}): LifecycleSettings => ({
  ttl: choose<string | undefined>({ claim: claim.ttl, 'environment type': declared.ttl }, undefined),
  expireAction: choose({ claim: claim.expireAction, 'environment type': declared.expireAction }, 'Delete'),
  schedule: choose<Schedule | undefined>({ claim: claim.schedule, 'environment type': declared.schedule }, undefined),
})

/** A schedule as it can be asked; with what is wrong with it where it can't. Since when says from where one looks ahead. */
export type ReadSchedule =
  | { readonly ok: true; readonly value: SleepSchedule }
  | { readonly ok: false; readonly field: keyof Schedule; readonly message: string }

export const readSchedule = ({ suspend, resume, timeZone = 'UTC' }: Schedule, since: number): ReadSchedule => {
  if (!isTimeZone(timeZone))
    return wrong(
      'timeZone',
      `there is no time zone "${timeZone}": write a name of the tz database, such as Europe/Berlin`,
    )
  const [down, up] = [parseCron(suspend), parseCron(resume)]
  if (!down) return wrong('suspend', `"${suspend}" is no schedule: write five fields, such as 0 20 * * MON-FRI`)
  if (!up) return wrong('resume', `"${resume}" is no schedule: write five fields, such as 0 7 * * MON-FRI`)
  if (nextAfter(up, timeZone, since) === undefined)
    return wrong('resume', `"${resume}" never comes: the environment would never wake`)
  const schedule = { suspend: down, resume: up, timeZone }
  return everSleeps(schedule, since)
    ? { ok: true, value: schedule }
    : wrong(
        'suspend',
        `"${suspend}" never comes, or always together with "${resume}": the environment would never sleep`,
      )
}

const wrong = (field: keyof Schedule, message: string): ReadSchedule => ({ ok: false, field, message })
