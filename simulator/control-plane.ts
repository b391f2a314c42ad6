import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { JsonObject } from '../functions/runtime/json.ts'
import { textAt } from '../functions/runtime/read.ts'
import { keyOf, refOf, type ObjectRef } from './api/object.ts'
import { ApiServer } from './api/server.ts'
import { isControlledBy } from './core/observe.ts'
import type { CallFunction } from './core/pipeline.ts'
import { reconcile, type Composition, type Core, type CoreEvent, type Pass } from './core/reconcile.ts'
import { randomNumbers } from './core/shuffle.ts'
import type { Fault } from './providers/actor.ts'
import { allActors, nextWork } from './providers/index.ts'
import { loadRegistry } from './schema/registry.ts'

export interface ControlPlaneOptions {
  /** The function under test: built in, or one that is running somewhere. */
  readonly call: CallFunction
  /** Pins claims to a provider's Composition, as `spec.crossplane.compositionRef` would. */
  readonly provider?: string
  readonly faults?: readonly Fault[]
  readonly slowness?: number
  /** Composed resources, by key, that core's cache does not see when it is asked. */
  readonly misses?: (key: string) => boolean
  /** Kinds that are not installed, as `<apiVersion> <Kind>`. */
  readonly without?: readonly string[]
  /** Decides the order in which things arrive. */
  readonly seed?: number
}

/** When simulated time begins. */
const epoch = Date.UTC(2026, 0, 1)

/** Crossplane, its API server and its providers in one process, with a clock that only the caller moves. */
export class ControlPlane {
  readonly api: ApiServer
  readonly events: CoreEvent[] = []
  private readonly core: Core
  private readonly actors: ReturnType<typeof allActors>
  private readonly composites: ReadonlySet<string>
  private clock = epoch

  constructor({
    call,
    provider,
    faults = [],
    slowness = 1,
    misses = () => false,
    without = [],
    seed = 1,
  }: ControlPlaneOptions) {
    this.api = new ApiServer(new Map([...loadRegistry()].filter(([kind]) => !without.includes(kind))), () => this.clock)
    this.actors = allActors({ api: this.api, faults, slowness })
    const compositions = loadCompositions()
    this.composites = new Set([...compositions.values()].map(({ spec }) => kindOf({ ...spec.compositeTypeRef })))
    this.core = {
      api: this.api,
      functions: new Map(functionNames(compositions).map(name => [name, call])),
      random: randomNumbers(seed),
      compositionFor: composite => compositionFor(compositions, composite, provider),
      seeds: new Map(),
      misses,
      emit: event => this.events.push(event),
    }
  }

  /** Simulated seconds since the beginning. */
  get seconds(): number {
    return (this.clock - epoch) / 1000
  }

  /** Milliseconds since 1970, as the function is to see them. */
  get now(): number {
    return this.clock
  }

  advance(seconds: number): void {
    this.clock += seconds * 1000
  }

  /** What `kubectl apply` does. Throws what the API server refuses. */
  claim(object: JsonObject): JsonObject {
    return this.api.apply(object, 'kubectl')
  }

  reconcile(ref: ObjectRef): Promise<Pass> {
    return reconcile(this.core, ref)
  }

  /** One reconcile of each composite that a composite is made of, and of what those are made of. Whether anything has been written. */
  async reconcileChildren(ref: ObjectRef): Promise<boolean> {
    const before = this.api.revision
    const uid = textAt(this.api.get(ref), 'metadata', 'uid') ?? ''
    const children = this.api
      .list()
      .filter(object => isControlledBy(object, uid) && this.composites.has(kindOf(object)))
    for (const child of children) {
      await this.reconcile(refOf(child))
      await this.reconcileChildren(refOf(child))
    }
    return this.api.revision !== before
  }

  /** Every write that providers have in hand, by the object that it is for. */
  pending() {
    return this.api.list().flatMap(object => {
      const work = nextWork(this.actors, object)
      return work ? [{ key: keyOf(refOf(object)), work }] : []
    })
  }

  /** Lets providers make one write each; time moves on to the latest of them. False when they have nothing to do. */
  step(): boolean {
    const works = this.pending().map(({ work }) => work)
    if (works.length === 0) return false
    this.advance(Math.max(...works.map(({ seconds }) => seconds)))
    for (const { run } of works) run()
    return true
  }

  /** Lets providers finish everything that they can. */
  finish(): void {
    for (let writes = 0; writes < 200 && this.step(); writes++);
  }
}

const kindOf = (object: JsonObject): string => `${textAt(object, 'apiVersion')} ${textAt(object, 'kind')}`

/** There is one function; the Compositions know under which name it is installed. */
const functionNames = (compositions: ReadonlyMap<string, Composition>): readonly string[] =>
  [...compositions.values()].flatMap(({ spec }) => spec.pipeline.map(({ functionRef }) => functionRef.name))

const compositionFor = (
  compositions: ReadonlyMap<string, Composition>,
  composite: JsonObject,
  provider: string | undefined,
): Composition => {
  const chosen = textAt(composite, 'spec', 'crossplane', 'compositionRef', 'name')
  const kind = (textAt(composite, 'kind') ?? '').slice(1).toLowerCase()
  const pinned = provider === undefined ? undefined : `${kind}-${provider.toLowerCase()}`
  const name = chosen ?? (pinned !== undefined && compositions.has(pinned) ? pinned : kind)
  const composition = compositions.get(name)
  if (!composition) throw new Error(`there is no Composition "${name}"`)
  return composition
}

const loadCompositions = (): ReadonlyMap<string, Composition> => {
  const folder = join(import.meta.dirname, '..', 'compositions')
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  const all = files.map(file => parse(readFileSync(join(folder, file), 'utf8')) as Composition)
  return new Map(all.map(composition => [composition.metadata.name, composition]))
}
