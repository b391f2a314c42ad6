import { formatRefusal, type Refusal } from './errors.ts'
import { ofType } from './observed.ts'
import { ConditionStatus, type Condition } from './protocol.ts'
import { partsAt, textAt } from './read.ts'
import type { Settled } from './settle.ts'
import type { Readable } from './unread.ts'

/** The conditions that every kind has beside Crossplane's own Ready and Synced. */
export const Configured = 'Configured'
export const Provisioned = 'Provisioned'
export const BindingReady = 'BindingReady'

export const isTrue = (type: string, reason: string, message = ''): Condition => ({
  type,
  status: ConditionStatus.true,
  reason,
  message,
})

export const isFalse = (type: string, reason: string, message: string): Condition => ({
  type,
  status: ConditionStatus.false,
  reason,
  message,
})

/** Whether everything composed is ready; else what is awaited, in the order of the plan. */
export const provisioned = (settled: readonly Settled[]): Condition => {
  const awaited = settled.filter(({ ready }) => !ready).map(({ key, message }) => `${key}: ${message}`)
  return awaited.length === 0
    ? isTrue(Provisioned, 'AllReady')
    : isFalse(Provisioned, 'Provisioning', awaited.join('; '))
}

/** Why the claim is refused: every reason on a line of its own, then whom to ask. */
export const notConfigured = (refusals: readonly Refusal[], support: string): Condition =>
  isFalse(
    Configured,
    refusals[0]?.code ?? 'Internal',
    [...refusals.map(formatRefusal), ...(support ? [support] : [])].join('\n'),
  )

/**
 * The condition as it stands on the claim, to be sent again with a Fatal: core turns every custom condition that a Fatal
 * leaves out to Unknown, for ever.
 */
export const carriedOver = (type: string, status: Readable): Condition => {
  const current = ofType(partsAt(status, 'conditions'), type)
  const [reason, message] = [textAt(current, 'reason'), textAt(current, 'message') ?? '']
  switch (textAt(current, 'status')) {
    case 'True':
      return isTrue(type, reason ?? 'Ready', message)
    case 'False':
      return isFalse(type, reason ?? 'NotReady', message)
    default:
      return { type, status: ConditionStatus.unknown, reason: 'NotEvaluated', message: 'the claim has been refused' }
  }
}
