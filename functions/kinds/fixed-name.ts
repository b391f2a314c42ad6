import { isObject } from '../runtime/json.ts'
import type { Observed } from '../runtime/observed.ts'
import type { ResourceSelector } from '../runtime/protocol.ts'
import { listAt } from '../runtime/read.ts'
import type { Readable } from '../runtime/unread.ts'

/**
 * A resource whose name others rely on, and which somebody may have made before: it would be adopted silently, and deleted with the
 * claim (design: “Names that could be somebody's”). So it is asked for until it is ours.
 */
export interface FixedName {
  readonly key: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

const requirementOf = ({ key }: FixedName): string => `name-${key}`

const isOurs = (observed: Observed, { key }: FixedName): boolean => observed.composed(key) !== undefined

/** Asks for what has the name, as long as nothing of ours has it. */
export const nameChecks = (
  observed: Observed,
  names: readonly FixedName[],
): readonly (readonly [string, ResourceSelector])[] =>
  names
    .filter(name => !isOurs(observed, name))
    .map(fixed => {
      const { apiVersion, kind, name, namespace } = fixed
      return [requirementOf(fixed), { apiVersion, kind, matchName: name, namespace }]
    })

/** Whether it is known that nobody else has the name. */
export const nameKnown = (observed: Observed, name: FixedName): boolean =>
  isOurs(observed, name) || observed.required(requirementOf(name)) !== undefined

/** The names that somebody else has. */
export const namesTaken = (observed: Observed, names: readonly FixedName[]): readonly FixedName[] =>
  names
    .filter(name => !isOurs(observed, name))
    .filter(name => (observed.required(requirementOf(name)) ?? []).some(found => !isOwnedBy(found, observed.claim.uid)))

/** What has the name, where it was asked for. */
export const holderOf = (observed: Observed, name: FixedName): Readable | undefined =>
  observed.required(requirementOf(name))?.[0]

/** Whether an object is controlled by the claim of this UID. */
export const isOwnedBy = (object: Readable, uid: string): boolean =>
  listAt(object, 'metadata', 'ownerReferences')
    .filter(isObject)
    .some(reference => reference['uid'] === uid && reference['controller'] === true)
