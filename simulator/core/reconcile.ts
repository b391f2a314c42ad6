import { Ready, Severity } from '@crossplane-org/function-sdk-typescript'
import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from '../api/object.ts'
import type { ApiServer } from '../api/server.ts'
import { applyAll, checkKinds, collectGarbage, compositeLabel, rendered } from './compose.ts'
import { customConditions, ready, someOf, synced, withConditions, type NewCondition } from './conditions.ts'
import { observeComposed } from './observe.ts'
import { runPipeline, type CallFunction, type PipelineResult, type Step } from './pipeline.ts'
import type { Needs } from './requirements.ts'

export interface Composition {
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly compositeTypeRef: { readonly apiVersion: string; readonly kind: string }
    readonly pipeline: readonly Step[]
  }
}

export interface Core {
  readonly api: ApiServer
  readonly functions: ReadonlyMap<string, CallFunction>
  readonly random: () => number
  readonly compositionFor: (composite: JsonObject) => Composition
  readonly seeds: Map<string, Map<string, Needs>>
  readonly emit: (event: CoreEvent) => void
  /** What core's cache does not see, this time. */
  readonly misses: (key: string) => boolean
}

/** What core would record as an event. */
export interface CoreEvent {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
}

/** What one reconcile did. */
export interface Pass {
  readonly pipeline: PipelineResult | undefined
  /** Keys that were dropped, and so deleted. */
  readonly deleted: readonly string[]
  /** What kept core from finishing; it tries again with a back-off. */
  readonly error: string | undefined
  /** Seconds until the next reconcile that nothing has to cause; 0 for never. */
  readonly ttl: number
}

const finalizer = 'composite.apiextensions.crossplane.io'

const crossplane = 'apiextensions.crossplane.io/composite'

/** One reconcile of a composite resource, step by step as core v2.4 does it. */
export const reconcile = async (core: Core, ref: ObjectRef): Promise<Pass> => {
  const found = core.api.get(ref)
  if (!found) return idle
  if (textAt(found, 'metadata', 'deletionTimestamp')) return release(core.api, found)
  const composition = core.compositionFor(found)
  const composite = prepare(core.api, found, composition)
  let pipeline: PipelineResult | undefined
  const deleted: string[] = []
  try {
    const observed = new Map([...observeComposed(core.api, composite)].filter(([key]) => !core.misses(key)))
    const seeds = seedsOf(core, composite)
    pipeline = await runPipeline({ ...core, seeds }, composition.spec.pipeline, { composite, composed: observed })
    report(core, pipeline)
    if (pipeline.fatal !== undefined) throw new Error(pipeline.fatal)
    return write(core, composite, observed, pipeline, deleted)
  } catch (error) {
    const problem = `cannot compose resources: ${(error as Error).message}`
    core.emit({ type: 'Warning', reason: 'ComposeResources', message: problem })
    // Only a Fatal brings its conditions along; after any other error those of the function turn Unknown.
    const returned = pipeline?.fatal === undefined ? [] : pipeline.responses.flatMap(({ conditions }) => conditions)
    setConditions(core.api, composite, [...customConditions(returned, composite, true), synced(composite, problem)])
    return { pipeline, deleted, error: problem, ttl: 0 }
  }
}

const idle: Pass = { pipeline: undefined, deleted: [], error: undefined, ttl: 0 }

const write = (
  core: Core,
  composite: JsonObject,
  observed: ReturnType<typeof observeComposed>,
  pipeline: PipelineResult,
  deleted: string[],
): Pass => {
  const { api } = core
  const desired = new Map(
    Object.entries(pipeline.desired?.resources ?? {}).map(([key, { resource = {} }]) => [
      key,
      rendered(key, resource, composite, observed.get(key)),
    ]),
  )
  checkKinds(api, desired, composite)
  deleted.push(...collectGarbage(api, observed, desired))
  const referring = api.apply(withReferences(composite, desired), crossplane)
  const warn = (message: string) => core.emit({ type: 'Warning', reason: 'ComposeResources', message })
  const unsynced = applyAll(api, desired, referring, core.random, warn)
  const status = objectAt(pipeline.desired?.composite?.resource ?? {}, 'status')
  const current = applyStatus(core, { ...identity(referring), status })
  if (!current) return { pipeline, deleted, error: 'the status does not fit the XRD', ttl: pipeline.ttl }
  const problem = unsynced.length > 0 ? `Unsynced resources: ${someOf(unsynced)}` : undefined
  const custom = customConditions(
    pipeline.responses.flatMap(({ conditions }) => conditions),
    composite,
    false,
  )
  setConditions(api, current, [...custom, synced(current, problem), readiness(current, pipeline)])
  return { pipeline, deleted, error: undefined, ttl: pipeline.ttl }
}

/** A status that the XRD does not declare is lost with all conditions: the old ones stay, and only an event tells. */
const applyStatus = ({ api, emit }: Core, composite: JsonObject): JsonObject | undefined => {
  try {
    return api.apply(composite, `${crossplane}/status`, 'status')
  } catch (error) {
    emit({
      type: 'Warning',
      reason: 'ComposeResources',
      message: `cannot apply composite resource status: ${(error as Error).message}`,
    })
    return undefined
  }
}

/** All that core does for a deleted composite: the garbage collector deletes what it owned. */
const release = (api: ApiServer, composite: JsonObject): Pass => {
  const finalizers = listAt(composite, 'metadata', 'finalizers').filter(name => name !== finalizer)
  api.update({ ...composite, metadata: { ...objectAt(composite, 'metadata'), finalizers } }, 'crossplane')
  return idle
}

/** Marks the composite as core's: finalizer, label, and the Composition that it follows. */
const prepare = (api: ApiServer, composite: JsonObject, composition: Composition): JsonObject => {
  const metadata = objectAt(composite, 'metadata')
  // A composite inside another one keeps the name of the outermost.
  const labels = { [compositeLabel]: metadata['name'] ?? '', ...objectAt(metadata, 'labels') }
  const finalizers = new Set([...listAt(metadata, 'finalizers'), finalizer])
  const spec = objectAt(composite, 'spec')
  const machinery = { ...objectAt(spec, 'crossplane'), compositionRef: { name: composition.metadata.name } }
  return api.update(
    {
      ...composite,
      metadata: { ...metadata, labels, finalizers: [...finalizers] },
      spec: { ...spec, crossplane: machinery },
    },
    'crossplane',
  )
}

const withReferences = (composite: JsonObject, desired: ReadonlyMap<string, JsonObject>): JsonObject => {
  const own = textAt(composite, 'metadata', 'namespace')
  const references = [...desired.values()]
    .map(refOf)
    .map(({ apiVersion, kind, name, namespace }) => ({
      apiVersion,
      kind,
      name,
      // A namespaced composite's resources are all in its namespace.
      ...(!own && namespace !== undefined && { namespace }),
    }))
    .toSorted((left, right) =>
      `${left.apiVersion}${left.kind}${left.name}` < `${right.apiVersion}${right.kind}${right.name}` ? -1 : 1,
    )
  return { ...identity(composite), spec: { crossplane: { resourceRefs: references } } }
}

const identity = (composite: JsonObject): JsonObject => {
  const { apiVersion, kind, name, namespace } = refOf(composite)
  return { apiVersion, kind, metadata: { name, ...(namespace !== undefined && { namespace }) } }
}

const readiness = (composite: JsonObject, { desired }: PipelineResult): NewCondition => {
  const resources = Object.entries(desired?.resources ?? {})
  const unready = resources.filter(([, resource]) => resource.ready !== Ready.READY_TRUE).map(([key]) => key)
  const override = desired?.composite?.ready ?? Ready.READY_UNSPECIFIED
  if (override === Ready.READY_UNSPECIFIED) return ready(composite, unready.length === 0, unready.toSorted())
  return ready(composite, override === Ready.READY_TRUE, [])
}

const setConditions = (api: ApiServer, composite: JsonObject, changes: readonly NewCondition[]): void => {
  const latest = api.get(refOf(composite)) ?? composite
  const conditions = withConditions(latest, changes, api.time()) as Json
  api.update({ ...latest, status: { ...objectAt(latest, 'status'), conditions } }, 'crossplane status')
}

const report = ({ emit }: Core, { responses }: PipelineResult): void => {
  for (const { severity, reason, message } of responses.flatMap(({ results }) => results)) {
    if (severity === Severity.SEVERITY_FATAL) continue
    emit({
      type: severity === Severity.SEVERITY_NORMAL ? 'Normal' : 'Warning',
      reason: reason ?? 'ComposeResources',
      message,
    })
  }
}

const seedsOf = ({ seeds }: Core, composite: JsonObject): Map<string, Needs> => {
  const uid = textAt(composite, 'metadata', 'uid') ?? ''
  const existing = seeds.get(uid) ?? new Map<string, Needs>()
  seeds.set(uid, existing)
  return existing
}
