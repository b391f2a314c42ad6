import { refuse } from './errors.ts'
import { keyKind, type KeyTable } from './keys.ts'
import { allowRemovalAnnotation, managedBy, managedByLabel } from './labels.ts'
import type { Claim, Observed } from './observed.ts'
import { ownedPart } from './owned.ts'
import type { Entry, Plan, Waiting } from './plan.ts'
import { protect } from './protect.ts'
import { textAt } from './read.ts'
import { ok, refused, type Outcome } from './result.ts'
import { wholeOf, type Readable } from './unread.ts'

/**
 * Stands between every plan and Crossplane, which deletes what is no longer named before it applies anything:
 * 1. a resource never changes its kind under its key;
 * 2. a resource that holds data keeps what can't be changed in place (`protect`);
 * 3. what is observed and only waits in the plan is sent again as it was (latched);
 * 4. a resource that holds data never leaves the plan, unless the claim allows it: by its key in an annotation, or in a field of
 *    its own that the kind takes for that (`released`).
 * A refusal here becomes a Fatal result, which leaves the pipeline before anything is deleted.
 */
export const guard = (plan: Plan, keys: KeyTable, observed: Observed, upstream: ReadonlySet<string>): Outcome<Plan> => {
  const outcomes = observed.keys
    .filter(key => Object.hasOwn(plan, key) || !upstream.has(key))
    .map(key => [key, keep(key, plan[key], keys, observed)] as const)
  const refusals = outcomes.flatMap(([, outcome]) => (outcome.ok ? [] : outcome.refusals))
  if (refusals.length > 0) return refused(...refusals)
  const kept = outcomes.flatMap(([key, outcome]) =>
    outcome.ok && outcome.value ? [[key, outcome.value] as const] : [],
  )
  return ok({ ...plan, ...Object.fromEntries(kept) })
}

const keep = (
  key: string,
  planned: Entry | undefined,
  keys: KeyTable,
  observed: Observed,
): Outcome<Entry | undefined> => {
  const existing = observed.composed(key)?.resource ?? {}
  switch (planned?.state) {
    case 'emit':
      return sameKind(existing, planned.resource) ? protect(key, planned, existing) : kindChanged(key)
    case 'waiting':
      return latch(key, planned, existing)
    default:
      return planned?.released || mayGo(key, existing, keys, observed) ? ok(planned) : removed(key, existing)
  }
}

const sameKind = (left: Readable, right: Readable): boolean =>
  textAt(left, 'kind') === textAt(right, 'kind') && groupOf(left) === groupOf(right)

const groupOf = (object: Readable): string => {
  const version = textAt(object, 'apiVersion') ?? ''
  return version.slice(0, Math.max(0, version.lastIndexOf('/')))
}

const kindChanged = (key: string) =>
  refused(refuse('ResourceKindChanged', key, 'the resource would become another kind under the same key'))

const latch = (key: string, { on, why }: Waiting, existing: Readable): Outcome<Entry> => {
  const resource = ownedPart(wholeOf(existing))
  if (!resource) return refused(refuse('Internal', key, 'its managedFields are missing, so it can’t be kept as it is'))
  return ok({ state: 'emit', resource, readiness: () => ({ ready: false, message: `waiting for ${on}: ${why}` }) })
}

/** An unknown key with our label was composed by a newer version of this function: treat it as data. */
const mayGo = (key: string, existing: Readable, keys: KeyTable, observed: Observed): boolean => {
  const kind = keyKind(keys, key)
  if (kind === 'stateless') return true
  if (kind === undefined && textAt(existing, 'metadata', 'labels', managedByLabel) !== managedBy) return true
  return mayBeRemoved(key, observed.claim)
}

/** Whether the claim's author has said that what holds data under a key may be gone. */
export const mayBeRemoved = (key: string, { annotations }: Claim): boolean =>
  (textAt(annotations, allowRemovalAnnotation) ?? '').split(',').some(name => name.trim() === key)

const removed = (key: string, existing: Readable) => {
  const what = `${textAt(existing, 'kind') ?? 'the resource'} ${textAt(existing, 'metadata', 'name') ?? ''}`.trim()
  const way = `Undo the change, or annotate the claim with ${allowRemovalAnnotation}: ${key}`
  return refused(refuse('StatefulResourceRemoved', key, `this change would delete ${what} and the data in it. ${way}`))
}
