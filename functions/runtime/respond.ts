import { carriedOver, Configured, isTrue, notConfigured, Provisioned, provisioned } from './conditions.ts'
import { formatRefusal, type Refusal } from './errors.ts'
import type { JsonObject } from './json.ts'
import type { Clock, Composed, KindModule } from './kind.ts'
import type { Observed } from './observed.ts'
import {
  ConditionStatus,
  Ready,
  Severity,
  type Condition,
  type Resource,
  type Result,
  type RunFunctionRequest,
  type RunFunctionResponse,
} from './protocol.ts'
import { objectAt } from './read.ts'
import { assertSendable } from './sendable.ts'
import type { Settled } from './settle.ts'
import { ttl, ttlFor } from './ttl.ts'
import { wholeOf } from './unread.ts'

interface Answer {
  readonly request: RunFunctionRequest
  readonly observed: Observed
  readonly settled: readonly Settled[]
  readonly composed: Composed
  readonly module: KindModule
  readonly clock: Clock
}

/**
 * The response to a claim that is in order. What earlier steps desire is copied; our resources are assigned, never
 * merged; every condition of the kind is there every time.
 */
export const respond = ({ request, observed, settled, composed, module, clock }: Answer): RunFunctionResponse => {
  const report = composed.report(settled)
  const conditions = [isTrue(Configured, 'Valid'), provisioned(settled), ...report.conditions]
  assertComplete(conditions, module)
  const ready = settled.every(entry => entry.ready)
  return {
    tag: request.tag,
    ttlSeconds: ttlFor(ready && !composed.retry, observed.claim, clock, composed.next),
    desired: {
      composite: composite(request, report.status, readiness(settled, ready)),
      resources: new Map([...request.desired.resources, ...resources(settled, observed, module)]),
    },
    results: transitions(conditions, observed),
    context: request.context,
    requirements: composed.requirements,
    conditions,
  }
}

interface Refused {
  readonly request: RunFunctionRequest
  readonly observed: Observed
  readonly refusals: readonly Refusal[]
  readonly module: KindModule
  readonly support: string
}

/** One Fatal: Crossplane leaves the pipeline before it deletes or applies anything, and tries again later. */
export const respondFatal = ({ request, observed, refusals, module, support }: Refused): RunFunctionResponse => ({
  ...passThrough(request),
  ttlSeconds: ttl.waiting,
  results: [{ severity: Severity.fatal, message: fatalMessage(refusals) }],
  conditions: [
    notConfigured(refusals, support),
    ...module.conditions.map(type => carriedOver(type, observed.claim.status)),
  ],
})

/** The answer to a kind that is not ours: everything as it came. */
export const passThrough = (request: RunFunctionRequest): RunFunctionResponse => ({
  tag: request.tag,
  ttlSeconds: ttl.rest,
  desired: request.desired,
  results: [],
  context: request.context,
  requirements: new Map(),
  conditions: [],
})

const fatalMessage = (refusals: readonly Refusal[]): string => {
  const [first, ...others] = refusals.map(formatRefusal)
  return others.length === 0 ? (first ?? '') : `${first} (and ${others.length} more: see the condition ${Configured})`
}

const resources = (
  settled: readonly Settled[],
  observed: Observed,
  module: KindModule,
): ReadonlyMap<string, Resource> =>
  new Map(
    settled.flatMap(({ key, resource, ready }) => {
      if (!resource) return []
      assertSendable(key, resource, observed.claim, module.reach)
      return [[key, { resource, connectionDetails: new Map(), ready: ready ? Ready.true : Ready.false }] as const]
    }),
  )

/** Core derives readiness from what is composed; it can't know what still waits, or that nothing is to be composed. */
const readiness = (settled: readonly Settled[], ready: boolean): Ready => {
  if (settled.some(({ resource }) => !resource)) return Ready.false
  return ready && settled.length === 0 ? Ready.true : Ready.unspecified
}

const composite = ({ desired }: RunFunctionRequest, status: JsonObject, ready: Ready): Resource => {
  const upstream = wholeOf(desired.composite?.resource ?? {})
  return {
    resource: { ...upstream, status: { ...objectAt(upstream, 'status'), ...status } },
    connectionDetails: desired.composite?.connectionDetails ?? new Map(),
    ready: ready === Ready.unspecified ? (desired.composite?.ready ?? ready) : ready,
  }
}

/** An event once, when the claim becomes ready; never on every call. */
const transitions = (conditions: readonly Condition[], { claim }: Observed): readonly Result[] => {
  const now = conditions.find(({ type }) => type === Provisioned)
  const before = carriedOver(Provisioned, claim.status)
  if (now?.status !== ConditionStatus.true || before.status === ConditionStatus.true) return []
  return [{ severity: Severity.normal, reason: Provisioned, message: 'everything that the claim asks for is ready' }]
}

const assertComplete = (conditions: readonly Condition[], module: KindModule): void => {
  const given = conditions.map(({ type }) => type)
  const wanted = [Configured, ...module.conditions]
  if (given.length !== wanted.length || !wanted.every(type => given.includes(type)))
    throw new Error(`${module.kind} sets ${given.join()}, not ${wanted.join()}`)
}
