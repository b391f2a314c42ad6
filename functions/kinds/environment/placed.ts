import type { JsonObject } from '../../runtime/json.ts'
import { waiting, type Emit, type Entry, type Protection, type ReadinessCheck } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import type { Kind, ObjectMeta } from '../../runtime/resource-kind.ts'
import type { Readable } from '../../runtime/unread.ts'
import { object } from '../composed.ts'
import type { Environment } from './environment.ts'
import type { EnvironmentKey } from './keys.ts'
import { namespaceRequirement } from './namespace-check.ts'

interface Options {
  readonly readiness?: ReadinessCheck
  readonly name?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly protection?: Protection
}

type Placeable = { readonly apiVersion: string; readonly kind: string; readonly metadata: ObjectMeta } & JsonObject

/** An object in the environment's Namespace. It waits until that is there: sent with it, the API server would refuse it. */
export const placed = <T extends Placeable>(
  environment: Environment,
  key: EnvironmentKey,
  kind: Kind<T>,
  body: Omit<T, 'apiVersion' | 'kind' | 'metadata'>,
  options: Options = {},
): Entry =>
  isActive(theNamespace(environment))
    ? composed(environment, key, kind, body, options)
    : waiting('the Namespace', 'it is not there yet')

const composed = <T extends Placeable>(
  { claim, name }: Environment,
  key: EnvironmentKey,
  kind: Kind<T>,
  body: Omit<T, 'apiVersion' | 'kind' | 'metadata'>,
  options: Options,
): Emit => object(claim, key, kind, body, { ...options, namespace: name })

/** The Namespace as it is: our own, or the one that is lent to us. */
export const theNamespace = ({ observed, namespace }: Environment): Readable | undefined =>
  namespace.mode === 'Existing'
    ? observed.required(namespaceRequirement)?.[0]
    : observed.composed('namespace')?.resource

export const isActive = (namespace: Readable | undefined): boolean => textAt(namespace, 'status', 'phase') === 'Active'
