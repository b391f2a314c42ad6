import { isFalse, isTrue } from '../../runtime/conditions.ts'
import type { Condition } from '../../runtime/protocol.ts'
import type { Settled } from '../../runtime/settle.ts'
import { timestamp } from '../../runtime/time/duration.ts'
import type { Environment, Lifecycle } from './environment.ts'

/** That its time is over, or will be soon. */
export const Expired = 'Expired'
/** That it sleeps. */
export const Suspended = 'Suspended'

const longer = 'raise spec.lifecycle.ttl'

/** Changes only when something does: that it expires is told a day before, or for a short life in its last quarter. */
export const expired = ({ lifecycle }: Environment, settled: readonly Settled[]): Condition => {
  const { expiresAt, expireAction, expiresSoon, state, reason } = lifecycle
  if (expiresAt === undefined) return isFalse(Expired, 'NoTtl', 'it has no time to live')
  const when = timestamp(expiresAt)
  if (state === 'Expired') return deleted(when, settled)
  if (reason === 'Expired') return isTrue(Expired, 'Suspended', `its time was over at ${when}: ${longer} to wake it`)
  const what = expireAction === 'Delete' ? 'all that is in it is deleted' : 'it is suspended'
  return expiresSoon
    ? isFalse(Expired, 'ExpiresSoon', `at ${when} ${what}: ${longer} to keep it longer`)
    : isFalse(Expired, 'NotYet', `at ${when} ${what}`)
}

const deleted = (when: string, settled: readonly Settled[]): Condition => {
  const over = `its time was over at ${when}`
  if (settled.length === 0)
    return isTrue(
      Expired,
      'Deleted',
      `${over}, and nothing of it is left: delete the XEnvironment, or ${longer} to make all of it anew, without its data`,
    )
  const left = settled.map(({ key, message }) => `${key}: ${message}`).join('; ')
  return isTrue(Expired, 'Deleting', `${over}; what is left: ${left}`)
}

export const suspended = ({ lifecycle }: Environment): Condition => {
  const { state } = lifecycle
  return state === 'Suspended'
    ? isTrue(Suspended, lifecycle.reason, why(lifecycle))
    : isFalse(Suspended, state, state === 'Expired' ? 'its time is over' : 'it is awake')
}

const why = ({ reason, nextResume }: Lifecycle): string => {
  switch (reason) {
    case 'Expired':
      return `its time is over: ${longer} to wake it`
    case 'Asked':
      return 'spec.lifecycle.state is Suspended'
    case 'Schedule':
      return `it sleeps until ${nextResume === undefined ? 'its schedule is changed' : timestamp(nextResume)}; spec.lifecycle.state Active wakes it before`
  }
}
