import type { JsonObject } from '../../functions/runtime/json.ts'
import { stableHash } from '../../functions/runtime/names.ts'
import { listAt, numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import type { Actor, Work, World } from './actor.ts'
import { withStatus } from './object.ts'
import { resolveReferences, type Reference } from './references.ts'
import { asking, finalizer, passwordOf, renewPassword, resolving, stagesOf, waitingForCloud } from './stages.ts'

/** How one kind of managed resource behaves. */
export interface ManagedKind {
  readonly apiVersion: string
  readonly kind: string
  /** How long its creation takes, in seconds. */
  readonly seconds: number
  readonly references?: readonly Reference[]
  /** A password: the field that names its Secret, and whether the provider makes it. */
  readonly password?: { readonly secretRef: string; readonly generate: boolean }
  /** Why it can't be created yet, in the provider's words. */
  readonly blockedBy?: (object: JsonObject) => string | undefined
  /** The id that the cloud assigns. Default: the name by which it was asked for. */
  readonly id?: (object: JsonObject) => string
  /** Whether its status has nothing but conditions. */
  readonly silent?: boolean
  /** What the cloud tells of it, beside what was asked for. */
  readonly outputs?: (object: JsonObject) => JsonObject
  /** What goes into the connection Secret. */
  readonly connection?: (object: JsonObject, password: string | undefined) => Readonly<Record<string, string>>
  /** Whether the cloud refuses to delete it. */
  readonly isProtected?: (object: JsonObject) => boolean
}

/** A Crossplane provider: creates in eight writes, follows changes, deletes as the policies say. */
export const managedProvider = (world: World, kind: ManagedKind): Actor => {
  const { api, faults, slowness } = world
  const stages = stagesOf(api, kind)
  const progress = new Map<string, number>()
  const failures = new Map<string, number>()

  const report = (object: JsonObject, message: string): void => {
    const failed = { type: 'Synced', status: 'False', reason: 'ReconcileError', message } as const
    api.update(withStatus(object, [failed], api.time()), 'provider')
  }
  /** Says something once. */
  const say = (object: JsonObject, message: string): Work | undefined =>
    textAt(conditionOf(object, 'Synced'), 'message') === message
      ? undefined
      : { seconds: 1, run: () => report(object, message) }

  const blockedBy = (object: JsonObject): string | undefined => {
    const resolution = resolveReferences(api, object, kind.references ?? [])
    if ('missing' in resolution) return resolution.missing
    const secret = textAt(object, 'spec', 'forProvider', kind.password?.secretRef ?? '', 'name')
    const lacks = kind.password?.generate === false && secret && passwordOf(api, object, kind) === undefined
    return lacks ? `cannot get referenced Secret: Secret "${secret}" not found` : kind.blockedBy?.(object)
  }

  const fail = (object: JsonObject): Work | undefined => {
    const failed = failures.get(uidOf(object)) ?? 0
    const fault = faults.find(candidate => candidate.kind === kind.kind && candidate.times > failed)
    if (!fault) return undefined
    return {
      seconds: 10,
      run: () => {
        failures.set(uidOf(object), failed + 1)
        report(object, fault.times === Infinity ? fault.message : `${fault.message} (try ${failed + 1})`)
      },
    }
  }

  const create = (object: JsonObject, stage: number): Work | undefined => {
    const blocked = stage >= resolving ? blockedBy(object) : undefined
    if (blocked !== undefined) return say(object, blocked)
    const failure = stage === asking ? fail(object) : undefined
    if (failure) return failure
    return {
      seconds: (stage === waitingForCloud ? kind.seconds : pause(object, stage)) * slowness,
      run: () => {
        progress.set(uidOf(object), stage + 1)
        stages[stage]?.(object)
      },
    }
  }

  const follow = (object: JsonObject): Work | undefined => {
    const resolution = resolveReferences(api, object, kind.references ?? [])
    if ('fields' in resolution && Object.keys(resolution.fields).length > 0)
      return { seconds: 1, run: () => stages[resolving]?.(object) }
    const observed = numberAt(conditionOf(object, 'Ready'), 'observedGeneration') ?? Infinity
    const behind = observed < (numberAt(object, 'metadata', 'generation') ?? 1)
    if (!behind) return undefined
    return {
      seconds: 5 * slowness,
      run: () => {
        renewPassword(api, object, kind)
        stages.at(-1)?.(object)
      },
    }
  }

  const remove = (object: JsonObject): Work | undefined => {
    const policies = listAt(object, 'spec', 'managementPolicies')
    const deletes = policies.includes('Delete') || policies.includes('*')
    if (deletes && kind.isProtected?.(object)) return say(object, 'delete failed: deletion protection is enabled')
    const finalizers = listAt(object, 'metadata', 'finalizers').filter(name => name !== finalizer)
    // What holds it now is not this provider's.
    if (finalizers.length === listAt(object, 'metadata', 'finalizers').length) return undefined
    const metadata = { ...objectAt(object, 'metadata'), finalizers }
    return { seconds: deletes ? kind.seconds / 2 : 1, run: () => api.update({ ...object, metadata }, 'provider') }
  }

  return {
    next: object => {
      if (object['apiVersion'] !== kind.apiVersion || object['kind'] !== kind.kind) return undefined
      if (textAt(object, 'metadata', 'deletionTimestamp')) return remove(object)
      // What was ready when it was loaded has all writes behind it.
      const stage =
        progress.get(uidOf(object)) ?? (textAt(conditionOf(object, 'Ready'), 'status') === 'True' ? stages.length : 0)
      return stage < stages.length ? create(object, stage) : follow(object)
    },
  }
}

/** Providers take about a minute for their writes, each object at its own pace: 6 to 10 seconds, always the same. */
const pause = (object: JsonObject, stage: number): number =>
  6 + (stableHash(uidOf(object), String(stage)).charCodeAt(0) % 5)

const uidOf = (object: JsonObject): string => textAt(object, 'metadata', 'uid') ?? ''

const conditionOf = (object: JsonObject, type: string) =>
  listAt(object, 'status', 'conditions').find(condition => textAt(condition, 'type') === type)
