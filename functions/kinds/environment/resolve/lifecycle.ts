import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Clock } from '../../../runtime/kind.ts'
import { ofType, type Claim } from '../../../runtime/observed.ts'
import { partsAt, textAt } from '../../../runtime/read.ts'
import { millisecondsOf } from '../../../runtime/time/duration.ts'
import { sleepOf, type Sleep } from '../../../runtime/time/sleep.ts'
import { today } from '../../../runtime/time/today.ts'
import { readSchedule, type LifecycleSettings } from '../../../settings/lifecycle.ts'
import { platformPath } from '../../../settings/platform.ts'
import { Expired, Suspended } from '../conditions.ts'
import type { Lifecycle } from '../environment.ts'

const dayMs = 86_400_000

interface Sources {
  readonly claim: Claim
  readonly spec: EnvironmentSpec
  readonly settings: LifecycleSettings
  readonly clock: Clock
}

/** Where in its life an environment is. Its age counts from when it was made; one whose age is not known does not expire. */
export const lifecycleNow = ({ claim, spec, settings, clock }: Sources): Lifecycle => {
  const made = Date.parse(claim.createdAt)
  const lives = settings.ttl.value === undefined ? undefined : millisecondsOf(settings.ttl.value)
  const expiresAt = lives === undefined || Number.isNaN(made) ? undefined : endOf(made, lives, claim, settings, clock)
  // A day before, or where that is most of its life, in the last quarter.
  const warnAt = expiresAt === undefined || lives === undefined ? undefined : expiresAt - Math.min(dayMs, lives / 4)
  const expired = expiresAt !== undefined && clock.hasPassed(expiresAt)
  const expireAction = actionOf(claim, settings)
  const deleted = expired && expireAction === 'Delete'
  const asked = spec.lifecycle?.state
  const sleep = expired || asked ? undefined : scheduled(settings, made || 0, clock)
  return {
    state: deleted ? 'Expired' : expired || asked === 'Suspended' || sleep?.asleep ? 'Suspended' : 'Active',
    reason: expired ? 'Expired' : asked ? 'Asked' : 'Schedule',
    expireAction,
    expiresAt,
    expiresSoon: warnAt !== undefined && clock.hasPassed(warnAt),
    nextSuspend: sleep?.nextSuspend,
    nextResume: sleep?.nextResume,
    next: earliest(clock, [warnAt, expiresAt, sleep?.nextSuspend, sleep?.nextResume]),
  }
}

/**
 * When its time is over. What its own spec says holds at once. What the platform says of its type never shortens what was told before, and
 * what nobody was told comes in a day or two: or a change of one line there would delete every environment of a type.
 */
const endOf = (made: number, lives: number, claim: Claim, { ttl }: LifecycleSettings, clock: Clock): number => {
  const end = made + lives
  if (ttl.from === 'claim') return end
  const told = Date.parse(textAt(claim.status, 'expiresAt') ?? '')
  if (!Number.isNaN(told)) return Math.max(end, told)
  return clock.hasPassed(end) ? (today(made, clock) + 2) * dayMs : end
}

/** One that sleeps because its time is over is deleted only by a word of its own, whatever becomes the default. */
const actionOf = ({ status }: Claim, { expireAction }: LifecycleSettings): 'Delete' | 'Suspend' => {
  const condition = ofType(partsAt(status, 'conditions'), Expired)
  const sleeps = textAt(condition, 'status') === 'True' && textAt(condition, 'reason') === Suspended
  return sleeps && expireAction.from !== 'claim' ? 'Suspend' : expireAction.value
}

const scheduled = ({ schedule }: LifecycleSettings, made: number, clock: Clock): Sleep | undefined => {
  const read = schedule.value && readSchedule(schedule.value, made)
  return read?.ok ? sleepOf(read.value, made, clock) : undefined
}

const earliest = (clock: Clock, moments: readonly (number | undefined)[]): number | undefined => {
  const coming = moments.filter(moment => moment !== undefined && !clock.hasPassed(moment))
  return coming.length === 0 ? undefined : Math.min(...coming.map(Number))
}

/** What can't be meant: data that is protected and expires, a Preview for ever, a schedule that can't be kept. */
export const lifecycleRefusals = (
  { type }: EnvironmentSpec,
  { ttl, expireAction, schedule }: LifecycleSettings,
  protection: 'Enabled' | 'Disabled',
  { createdAt }: Claim,
): readonly Refusal[] => {
  const declared = `${platformPath}.environmentTypes[${type}].lifecycle`
  const read = schedule.value && readSchedule(schedule.value, Date.parse(createdAt) || 0)
  const deletes = ttl.value !== undefined && expireAction.value === 'Delete'
  return [
    ...(type === 'Preview' && ttl.value === undefined
      ? [
          refuse(
            'TtlRequired',
            'spec.lifecycle.ttl',
            'a Preview lives for a time: write how long, such as 72h, or declare it for all in XPlatform (environmentTypes)',
          ),
        ]
      : []),
    ...(deletes && protection === 'Enabled'
      ? [
          refuse(
            'InvalidCombination',
            ttl.from === 'claim' ? 'spec.lifecycle.ttl' : 'spec.deletion.protection',
            'deletion.protection is Enabled, so it can’t expire by Delete: set that to Disabled, or expireAction to Suspend',
          ),
        ]
      : []),
    ...(read && !read.ok
      ? [
          schedule.from === 'claim'
            ? refuse('InvalidSchedule', `spec.lifecycle.schedule.${read.field}`, read.message)
            : refuse('InvalidPlatform', `${declared}.schedule.${read.field}`, read.message),
        ]
      : []),
  ]
}
