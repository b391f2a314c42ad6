import { apiVersion } from '../../../apis/group.ts'
import type { Bind } from '../../../apis/service/bound.ts'
import type { JsonObject } from '../../runtime/json.ts'
import { stableHash } from '../../runtime/names.ts'
import type { Observed } from '../../runtime/observed.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { objectAt, textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import type { Bindable } from '../bindables.ts'
import type { Exposed } from '../pod/variables.ts'

/** Something that a service uses, and how its connection details reach it. What it is makes no difference from here on. */
export interface Binding extends Bindable, Exposed {
  /** Where the claim says it. */
  readonly path: string
  /** The service's own name for it. */
  readonly name: string
  /** The claim that is used. */
  readonly claimName: string
  /** Under which it is composed, where it is made with the service; `undefined` where it is only used. */
  readonly key: `${Bindable['what']}-${string}` | undefined
  /** What is asked of it, where it is made with the service. */
  readonly spec: JsonObject
  readonly as: NonNullable<Bind['as']>
  readonly onChange: NonNullable<Bind['onChange']>
}

const claimRequirement = ({ name }: Binding): string => `bound-${name}`
const secretRequirement = ({ name }: Binding): string => `details-${name}`

/** Asks for the claim, where it is somebody else's, and for its Secret: only required objects are watched, and a password may be rotated. */
export const bindingChecks = (
  bindings: readonly Binding[],
  observed: Observed,
): readonly (readonly [string, ResourceSelector])[] => {
  const { namespace } = observed.claim
  return bindings.flatMap(binding => {
    const secret = secretNameOf(binding, observed)
    return [
      ...(binding.key === undefined
        ? [
            [
              claimRequirement(binding),
              { apiVersion, kind: binding.kind, matchName: binding.claimName, namespace },
            ] as const,
          ]
        : []),
      ...(secret === undefined
        ? []
        : [[secretRequirement(binding), { apiVersion: 'v1', kind: 'Secret', matchName: secret, namespace }] as const]),
    ]
  })
}

/** The claim that is bound, if it is there. */
export const boundClaim = (binding: Binding, observed: Observed): Readable | undefined =>
  binding.key === undefined
    ? observed.required(claimRequirement(binding))?.[0]
    : observed.composed(binding.key)?.resource

/** The Secret with the connection details, once the claim says that it is complete. */
export const secretNameOf = (binding: Binding, observed: Observed): string | undefined =>
  textAt(boundClaim(binding, observed), 'status', 'binding', 'name')

const secretOf = (binding: Binding, observed: Observed): Readable | undefined =>
  observed.required(secretRequirement(binding))?.[0]

/** Why a pod could not start yet; `undefined` when it could. */
export const missing = (binding: Binding, observed: Observed): string | undefined => {
  const { kind, claimName } = binding
  if (!boundClaim(binding, observed)) return `the ${kind} ${claimName} is not there yet`
  const secret = secretNameOf(binding, observed)
  if (secret === undefined) return `the ${kind} ${claimName} has no connection details yet`
  return secretOf(binding, observed) ? undefined : `the Secret ${secret} is not there yet`
}

/**
 * Tells whether anything in the Secrets has changed whose change restarts the pods; never what. It depends on the claim's UID, so
 * that nobody can look passwords up by it.
 */
export const fingerprint = (bindings: readonly Binding[], observed: Observed): string | undefined => {
  const followed = bindings.filter(({ onChange }) => onChange === 'Restart')
  if (followed.length === 0) return undefined
  const values = followed.flatMap(binding => {
    const data = objectAt(secretOf(binding, observed), 'data')
    return [binding.name, ...binding.keys.map(key => textAt(data, key) ?? '')]
  })
  return stableHash(observed.claim.uid, ...values)
}
