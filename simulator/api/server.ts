import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { registryKey, type Registry } from '../schema/registry.ts'
import type { KindSchema } from '../schema/structural.ts'
import { admit } from './admit.ts'
import { ApiError, invalid, misfit } from './errors.ts'
import type { FieldSet } from './fields.ts'
import { refusedByWebhook } from './webhooks.ts'
import { appliedFields, changedFields, managedFieldsAfter, released, type Writer } from './managers.ts'
import { merge } from './merge.ts'
import { furnished, isNamespace, terminating } from './namespaces.ts'
import {
  generationAfter,
  keyOf,
  onlyStatus,
  refOf,
  uidFor,
  unchanged,
  withoutStatus,
  type ObjectRef,
} from './object.ts'

export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly object: JsonObject
}

/** An API server in memory: admission, server-side apply with field managers, generations, watches, garbage collection. */
export class ApiServer {
  private readonly registry: Registry
  private readonly now: () => number
  private readonly objects = new Map<string, JsonObject>()
  private readonly watchers = new Set<(change: Change) => void>()
  private readonly lives = new Map<string, number>()
  private version = 1

  constructor(registry: Registry, now: () => number) {
    this.registry = registry
    this.now = now
  }

  watch(watcher: (change: Change) => void): void {
    this.watchers.add(watcher)
  }

  /** Throws 404 for a kind that is not installed. */
  kind(apiVersion: string, kind: string): KindSchema {
    const found = this.registry.get(registryKey(apiVersion, kind))
    if (found) return found
    throw new ApiError(404, `no matches for kind "${kind}" in version "${apiVersion}"`)
  }

  /** What discovery tells of a kind, without any fuss when it is not installed. */
  schemaOf(apiVersion: string, kind: string): JsonObject | undefined {
    return this.registry.get(registryKey(apiVersion, kind))?.schema as JsonObject | undefined
  }

  get(ref: ObjectRef): JsonObject | undefined {
    return this.objects.get(keyOf(ref))
  }

  list(): readonly JsonObject[] {
    return [...this.objects.values()]
  }

  /** Server-side apply with force, of all but the status or of the status alone. */
  apply(applied: JsonObject, manager: string, subresource?: 'status'): JsonObject {
    const ref = refOf(applied)
    const kind = this.kind(ref.apiVersion, ref.kind)
    const unfit = admit(applied, undefined, kind).faults.filter(fault => fault.misfit)
    if (unfit.length > 0) throw misfit(`${ref.namespace ?? ''}/${ref.name}; ${ref.apiVersion}, Kind=${ref.kind}`, unfit)
    const live = this.get(ref)
    if (subresource && !live) throw new ApiError(404, `${ref.kind} "${ref.name}" not found`)
    const own = subresource ? onlyStatus(applied) : withoutStatus(applied)
    const writer: Writer = { manager, operation: 'Apply', ...(subresource ? { subresource } : {}) }
    const fields = appliedFields(own, kind.schema)
    const base = live && released(live, writer, fields)
    return this.store(merge(base, own, kind.schema) as JsonObject, live, kind, writer, fields)
  }

  /** A controller's write of the whole object; it comes to own what it has changed. */
  update(object: JsonObject, manager: string): JsonObject {
    const ref = refOf(object)
    const kind = this.kind(ref.apiVersion, ref.kind)
    const live = this.get(ref)
    return this.store(object, live, kind, { manager, operation: 'Update' }, changedFields(live, object, kind.schema))
  }

  delete(ref: ObjectRef): void {
    const live = this.get(ref)
    if (!live) return
    if (isNamespace(live)) return this.deleteNamespace(live)
    if (listAt(live, 'metadata', 'finalizers').length === 0) this.remove(live)
    else if (!textAt(live, 'metadata', 'deletionTimestamp')) {
      this.put({ ...live, metadata: { ...objectAt(live, 'metadata'), deletionTimestamp: this.time() } }, 'MODIFIED')
    }
  }

  /** Puts an object in as it is, without admission: state that comes from elsewhere. */
  load(object: JsonObject): void {
    const metadata = {
      uid: uidFor(refOf(object)),
      creationTimestamp: this.time(),
      generation: 1,
      ...objectAt(object, 'metadata'),
    }
    this.put({ ...object, metadata }, 'ADDED')
  }

  /** Grows with every write. */
  get revision(): number {
    return this.version
  }

  /** The present time, as Kubernetes writes it. */
  time(): string {
    return new Date(this.now()).toISOString().replace(/\.\d{3}Z$/, 'Z')
  }

  private store(
    object: JsonObject,
    live: JsonObject | undefined,
    kind: KindSchema,
    writer: Writer,
    fields: FieldSet,
  ): JsonObject {
    const ref = refOf(object)
    const { object: filled, faults } = admit(object, live, kind)
    const admitted = furnished(filled, live)
    if (faults.length > 0) throw invalid(`${ref.kind} "${ref.name}"`, faults)
    const refusals = refusedByWebhook(admitted, this)
    if (refusals.length > 0) throw invalid(`${ref.kind} "${ref.name}"`, refusals)
    const given = objectAt(object, 'metadata')
    const metadata = {
      ...objectAt(admitted, 'metadata'),
      uid: textAt(live, 'metadata', 'uid') ?? given['uid'] ?? uidFor(ref, this.lives.get(keyOf(ref))),
      creationTimestamp: textAt(live, 'metadata', 'creationTimestamp') ?? given['creationTimestamp'] ?? this.time(),
      generation: generationAfter(live, admitted),
      managedFields: managedFieldsAfter(live, admitted, writer, fields),
    }
    const next = { ...admitted, metadata }
    return live && unchanged(live, next) ? live : this.put(next, live ? 'MODIFIED' : 'ADDED')
  }

  /** All that is in it goes first; what something still holds keeps it. */
  private deleteNamespace(live: JsonObject): void {
    if (!textAt(live, 'metadata', 'deletionTimestamp')) this.put(terminating(live, this.time()), 'MODIFIED')
    for (const object of this.contentOf(live)) this.delete(refOf(object))
  }

  private contentOf(namespace: JsonObject): readonly JsonObject[] {
    const name = refOf(namespace).name
    return this.list().filter(object => refOf(object).namespace === name)
  }

  private put(object: JsonObject, type: Change['type']): JsonObject {
    const stored = { ...object, metadata: { ...objectAt(object, 'metadata'), resourceVersion: String(this.version++) } }
    const held = listAt(stored, 'metadata', 'finalizers').length > 0
    const full = isNamespace(stored) && this.contentOf(stored).length > 0
    if (textAt(stored, 'metadata', 'deletionTimestamp') && !held && !full) this.remove(stored)
    else {
      this.objects.set(keyOf(refOf(stored)), stored)
      this.tell({ type, object: stored })
    }
    return stored
  }

  /** What a deleted object owned goes after it, as the garbage collector has it. */
  private remove(object: JsonObject): void {
    const key = keyOf(refOf(object))
    this.objects.delete(key)
    this.lives.set(key, (this.lives.get(key) ?? 0) + 1)
    this.tell({ type: 'DELETED', object })
    const namespace = this.get({ apiVersion: 'v1', kind: 'Namespace', name: refOf(object).namespace ?? '' })
    if (textAt(namespace, 'metadata', 'deletionTimestamp') && namespace) this.put(namespace, 'MODIFIED')
    const uid = textAt(object, 'metadata', 'uid')
    for (const other of this.list()) {
      const owners = listAt(other, 'metadata', 'ownerReferences').filter(isObject)
      if (!owners.some(owner => owner['uid'] === uid)) continue
      const left = owners.filter(owner => this.list().some(live => textAt(live, 'metadata', 'uid') === owner['uid']))
      if (left.length === 0) this.delete(refOf(other))
      else this.put({ ...other, metadata: { ...objectAt(other, 'metadata'), ownerReferences: left } }, 'MODIFIED')
    }
  }

  private tell(change: Change): void {
    for (const watcher of this.watchers) watcher(change)
  }
}
