import {
  Ready,
  RunFunctionRequest,
  RunFunctionResponse,
  Severity,
  Status,
  type Condition,
  type ResourceSelector,
} from '@crossplane-org/function-sdk-typescript'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from '../../simulator/api/object.ts'
import { ControlPlane, type ControlPlaneOptions } from '../../simulator/control-plane.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import type { CallFunction } from '../../simulator/core/pipeline.ts'
import type { Pass } from '../../simulator/core/reconcile.ts'
import { databaseClaim } from '../harness/claims.ts'
import { namespace, secretRef } from './fixtures.ts'

/** What a scripted function answers. */
export interface Answer {
  readonly resources?: Readonly<Record<string, JsonObject>>
  /** Keys of resources that are not ready, and of those about which nothing is said; all others are ready. */
  readonly unready?: readonly string[]
  readonly unsaid?: readonly string[]
  readonly status?: JsonObject
  readonly ready?: Ready
  readonly fatal?: string
  readonly warning?: string
  readonly conditions?: readonly Condition[]
  readonly needs?: Readonly<Record<string, ResourceSelector>>
  readonly ttl?: number
  readonly context?: JsonObject
}

export type Script = (request: RunFunctionRequest, call: number) => Answer

/** A composition function that does what its script says, and keeps what it was asked. */
export const functionOf =
  (script: Script, requests: RunFunctionRequest[] = []): CallFunction =>
  bytes => {
    const request = RunFunctionRequest.decode(bytes)
    requests.push(request)
    return Promise.resolve(encode(request, script(request, requests.length)))
  }

const encode = (request: RunFunctionRequest, answer: Answer): Uint8Array => {
  const { resources = {}, conditions = [], needs = {}, ttl } = answer
  const results = [
    ...(answer.warning === undefined ? [] : [{ severity: Severity.SEVERITY_WARNING, message: answer.warning }]),
    ...(answer.fatal === undefined ? [] : [{ severity: Severity.SEVERITY_FATAL, message: answer.fatal }]),
  ]
  const composed = Object.entries(resources).map(
    ([key, resource]) => [key, { resource, ready: readinessOf(key, answer) }] as const,
  )
  const response = RunFunctionResponse.fromPartial({
    meta: { tag: request.meta?.tag ?? '', ...(ttl !== undefined && { ttl: { seconds: ttl } }) },
    desired: {
      composite: {
        ...(answer.status && { resource: { status: answer.status } }),
        ready: answer.ready ?? Ready.READY_UNSPECIFIED,
      },
      resources: Object.fromEntries(composed),
    },
    results,
    conditions: [...conditions],
    requirements: { resources: { ...needs } },
    ...(answer.context && { context: answer.context }),
  })
  return RunFunctionResponse.encode(response).finish()
}

const readinessOf = (key: string, { unready = [], unsaid = [] }: Answer): Ready => {
  if (unsaid.includes(key)) return Ready.READY_UNSPECIFIED
  return unready.includes(key) ? Ready.READY_FALSE : Ready.READY_TRUE
}

export const condition = (type: string, holds: boolean, reason: string, message = ''): Condition => ({
  type,
  status: holds ? Status.STATUS_CONDITION_TRUE : Status.STATUS_CONDITION_FALSE,
  reason,
  message,
})

export interface ScriptedBed {
  readonly plane: ControlPlane
  readonly ref: ObjectRef
  readonly requests: RunFunctionRequest[]
  /** One reconcile, with what the function answers from now on. */
  readonly pass: (answer: Answer | Script) => Promise<Pass>
  readonly composite: () => JsonObject
  /** A condition of the composite without its time; `undefined` when it has none. */
  readonly condition: (type: string) => JsonObject | undefined
}

interface Options {
  readonly claim?: JsonObject
  readonly seed?: number
}

/** A simulated control plane with one claim and a scripted function in it. */
export const scripted = ({ claim = databaseClaim(), seed = 1 }: Options = {}): ScriptedBed => {
  const requests: RunFunctionRequest[] = []
  let script: Script = () => ({})
  const plane = new ControlPlane({ call: functionOf((...asked) => script(...asked), requests), seed })
  const ref = refOf(plane.claim(claim))
  const composite = () => plane.api.get(ref) ?? {}
  return {
    plane,
    ref,
    requests,
    composite,
    pass: answer => {
      script = typeof answer === 'function' ? answer : () => answer
      return plane.reconcile(ref)
    },
    condition: type => {
      const found = conditionsOf(composite()).find(each => each['type'] === type)
      if (!found) return undefined
      const { lastTransitionTime: _time, ...rest } = found
      return rest
    },
  }
}

/** A simulated cloud without any claim: objects go straight to the providers. */
export const cloud = (options: Omit<ControlPlaneOptions, 'call'> = {}) => {
  const plane = new ControlPlane({ ...options, call: functionOf(() => ({})) })
  const apply = (object: JsonObject): ObjectRef => {
    const metadata = { namespace, ...objectAt(object, 'metadata') }
    return refOf(plane.api.apply({ ...object, metadata }, 'core'))
  }
  return {
    plane,
    apply,
    get: (ref: ObjectRef) => plane.api.get(ref),
    /** A condition's status, and its message where it has one. */
    said: (ref: ObjectRef, type: string) => {
      const found = conditionsOf(plane.api.get(ref) ?? {}).find(each => each['type'] === type)
      return found && [found['status'], ...(found['message'] === undefined ? [] : [found['message']])]
    },
    /** A Secret's values as text. */
    secret: (name: string): Record<string, string> =>
      Object.fromEntries(
        Object.entries(objectAt(plane.api.get(secretRef(name)), 'data')).map(([key, value]) => [
          key,
          Buffer.from(typeof value === 'string' ? value : '', 'base64').toString(),
        ]),
      ),
  }
}
