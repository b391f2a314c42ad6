import { Status, type Condition } from '@crossplane-org/function-sdk-typescript'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, numberAt, textAt } from '../../functions/runtime/read.ts'

/** Types that a function may not set. */
const reserved = new Set(['Ready', 'Synced', 'Healthy', 'UpToDate', 'Responsive'])

export interface NewCondition {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason: string
  readonly message: string
  /** Core sets it on its own conditions only. */
  readonly observedGeneration?: number
}

/** The function's conditions. With a Fatal, custom ones that it left out turn Unknown, and stay so. */
export const customConditions = (
  returned: readonly Condition[],
  composite: JsonObject,
  fatal: boolean,
): readonly NewCondition[] => {
  const set = returned.filter(({ type }) => !reserved.has(type)).map(fromWire)
  if (!fatal) return set
  const left = conditionsOf(composite)
    .map(condition => textAt(condition, 'type') ?? '')
    .filter(type => !reserved.has(type) && !set.some(condition => condition.type === type))
  const message = 'A fatal error occurred before the status of this condition could be determined.'
  return [...set, ...left.map(type => ({ type, status: 'Unknown', reason: 'FatalError', message }) as const)]
}

const fromWire = ({ type, status, reason, message = '' }: Condition): NewCondition => ({
  type,
  reason,
  message,
  status:
    status === Status.STATUS_CONDITION_TRUE ? 'True' : status === Status.STATUS_CONDITION_FALSE ? 'False' : 'Unknown',
})

export const synced = (composite: JsonObject, problem: string | undefined): NewCondition => ({
  type: 'Synced',
  status: problem === undefined ? 'True' : 'False',
  reason: problem === undefined ? 'ReconcileSuccess' : 'ReconcileError',
  message: problem ?? '',
  observedGeneration: numberAt(composite, 'metadata', 'generation') ?? 0,
})

/** Unready keys are named, unless the function has overridden readiness: then core says nothing. */
export const ready = (composite: JsonObject, isReady: boolean, unready: readonly string[]): NewCondition => ({
  type: 'Ready',
  status: isReady ? 'True' : 'False',
  reason: isReady ? 'Available' : 'Creating',
  message: isReady || unready.length === 0 ? '' : `Unready resources: ${someOf(unready)}`,
  observedGeneration: numberAt(composite, 'metadata', 'generation') ?? 0,
})

/** Core names the first three keys. */
export const someOf = (keys: readonly string[]): string => {
  if (keys.length < 3) return keys.join(', ')
  const more = keys.length > 3 ? [`${keys.length - 3} more`] : []
  const named = [...keys.slice(0, 3), ...more]
  return `${named.slice(0, -1).join(', ')}, and ${named.at(-1)}`
}

export const conditionsOf = (object: JsonObject): readonly JsonObject[] =>
  listAt(object, 'status', 'conditions').filter(isObject)

/** Old conditions with new ones put in their place. A type that nobody sets any more stays as it was. */
export const withConditions = (
  composite: JsonObject,
  changes: readonly NewCondition[],
  time: string,
): readonly JsonObject[] => {
  const conditions = [...conditionsOf(composite)]
  for (const change of changes) {
    const index = conditions.findIndex(condition => condition['type'] === change.type)
    const before = conditions[index]
    const same = before?.['status'] === change.status
    const { message, ...rest } = change
    const next: JsonObject = {
      ...rest,
      ...(message && { message }),
      lastTransitionTime: same && before ? (before['lastTransitionTime'] ?? time) : time,
    }
    if (index < 0) conditions.push(next)
    else conditions[index] = next
  }
  return conditions
}
