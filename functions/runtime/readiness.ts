import { calm } from './message.ts'
import { conditionOf, conditionsOf, ofType } from './observed.ts'
import type { Readiness, ReadinessCheck } from './plan.ts'
import { numberAt, textAt } from './read.ts'
import type { Readable } from './unread.ts'

/** Ready as soon as it exists: Secrets, ConfigMaps, policies. */
export const whenObserved: ReadinessCheck = () => ({ ready: true })

/**
 * A Crossplane managed resource:
 * 1. an error in `Synced` or `LastAsyncOperation` wins: the provider refuses what we ask for;
 * 2. but what it refers to may not be there yet: that is the course of things, and that resource says for itself why;
 * 3. `Ready` must be True, and for the generation that we see: a change that is not yet acted on is not ready.
 */
export const whenManaged: ReadinessCheck = object => {
  const conditions = conditionsOf(object)
  for (const type of ['Synced', 'LastAsyncOperation']) {
    const condition = ofType(conditions, type)
    if (textAt(condition, 'status') !== 'False' || !isCurrent(object, condition)) continue
    if (textAt(condition, 'message')?.startsWith('cannot resolve references'))
      return { ready: false, message: 'creating' }
    return notReady(condition, 'the provider reports an error')
  }
  return judged(object, ofType(conditions, 'Ready'))
}

/** Ready when a condition is True for the current generation. */
export const whenCondition =
  (type: string): ReadinessCheck =>
  object =>
    judged(object, conditionOf(object, type))

const judged = (object: Readable, condition: Readable | undefined): Readiness => {
  if (!condition) return { ready: false, message: 'creating' }
  if (!isCurrent(object, condition)) return { ready: false, message: 'applying a change' }
  return textAt(condition, 'status') === 'True' ? { ready: true } : notReady(condition, 'creating')
}

/** A condition without observedGeneration says nothing about its age: take it as current. */
const isCurrent = (object: Readable, condition: Readable | undefined): boolean =>
  (numberAt(condition, 'observedGeneration') ?? Infinity) >= (numberAt(object, 'metadata', 'generation') ?? 0)

const notReady = (condition: Readable | undefined, otherwise: string): Readiness => ({
  ready: false,
  message: calm(textAt(condition, 'message') ?? textAt(condition, 'reason')?.toLowerCase() ?? otherwise),
})
