import { calm } from '../../../runtime/message.ts'
import { conditionOf, ofType } from '../../../runtime/observed.ts'
import type { Readiness, ReadinessCheck } from '../../../runtime/plan.ts'
import { numberAt, partsAt, textAt } from '../../../runtime/read.ts'
import { whenCondition } from '../../../runtime/readiness.ts'
import type { Readable } from '../../../runtime/unread.ts'

const waits = (message: string): Readiness => ({ ready: false, message })

/** The first of the conditions that is not as it should be, in the words of whoever wrote it. */
const judge = (object: Readable, conditions: readonly Readable[], types: readonly string[]): Readiness => {
  const generation = numberAt(object, 'metadata', 'generation') ?? 0
  for (const type of types) {
    const condition = ofType(conditions, type)
    if (!condition) return waits('creating')
    if ((numberAt(condition, 'observedGeneration') ?? Infinity) < generation) return waits('applying a change')
    if (textAt(condition, 'status') !== 'True')
      return waits(calm(textAt(condition, 'message') ?? textAt(condition, 'reason') ?? `not ${type}`))
  }
  return { ready: true }
}

/** An HTTPRoute or GRPCRoute, when what it is attached to has accepted it and found the service. */
export const whenAttached: ReadinessCheck = route => {
  const parents = partsAt(route, 'status', 'parents')
  if (parents.length === 0) return waits('no gateway has taken it up yet')
  return firstFault(parents.map(parent => judge(route, partsAt(parent, 'conditions'), ['Accepted', 'ResolvedRefs'])))
}

/** A policy of Envoy Gateway, when it is enforced. */
export const whenEnforced: ReadinessCheck = policy => {
  const ancestors = partsAt(policy, 'status', 'ancestors')
  if (ancestors.length === 0) return waits('the gateway has not taken it up yet')
  return firstFault(ancestors.map(ancestor => judge(policy, partsAt(ancestor, 'conditions'), ['Accepted'])))
}

/** A ListenerSet, when the gateway listens; else what is wrong with one of its listeners, such as a domain that another one has. */
export const whenListening: ReadinessCheck = set => {
  const whole = judge(set, partsAt(set, 'status', 'conditions'), ['Accepted', 'Programmed'])
  const each = partsAt(set, 'status', 'listeners').map(listener => {
    const conditions = partsAt(listener, 'conditions')
    const conflict = ofType(conditions, 'Conflicted')
    const judged =
      textAt(conflict, 'status') === 'True'
        ? waits(calm(textAt(conflict, 'message') ?? 'another listener has the domain'))
        : judge(set, conditions, ['Accepted', 'ResolvedRefs', 'Programmed'])
    return judged.ready ? judged : waits(`${textAt(listener, 'name') ?? ''}: ${judged.message ?? ''}`)
  })
  return firstFault([...each, whole])
}

/** A Certificate, when it is valid. Why it could not be issued stands in another condition than that it is not. */
export const whenIssued: ReadinessCheck = certificate => {
  const ready = whenCondition('Ready')(certificate)
  const issuing = conditionOf(certificate, 'Issuing')
  return !ready.ready && textAt(issuing, 'reason') === 'Failed'
    ? waits(calm(textAt(issuing, 'message') ?? 'it could not be issued'))
    : ready
}

const firstFault = (judged: readonly Readiness[]): Readiness => judged.find(({ ready }) => !ready) ?? { ready: true }
