import type { JsonObject } from './json.ts'
import type { Readable } from './unread.ts'

/** Whether a resource is ready, and if not what it waits for, in the provider's words. */
export interface Readiness {
  readonly ready: boolean
  readonly message?: string
}

/** Judges an observed resource. Pure. */
export type ReadinessCheck = (observed: Readable) => Readiness

/** How a resource is protected from a change of its fields. Paths are dotted. */
export interface Protection {
  /** Once it is there it is sent as it was first: nothing of it can change, and what runs it would be refused otherwise. */
  readonly frozen?: boolean
  /** Values that stay as they are observed, whatever is planned: facts of the platform at creation. */
  readonly keep?: readonly string[]
  /** Values that the provider can't change in place: a plan that differs is refused. Maps a path to the claim's field. */
  readonly fixed?: Readonly<Record<string, string>>
  /** Numbers that only grow: the larger of planned and observed is kept. */
  readonly grow?: readonly string[]
}

/** Compose it, now. */
export interface Emit {
  readonly state: 'emit'
  readonly resource: JsonObject
  readonly readiness: ReadinessCheck
  readonly protection?: Protection
}

/** It will be composed once something else is observed. */
export interface Waiting {
  readonly state: 'waiting'
  readonly on: string
  readonly why: string
}

/** This claim does not need it. */
export interface Absent {
  readonly state: 'absent'
  readonly why: string
  /** The claim itself has said that what is there may go, with the data in it. */
  readonly released?: true
}

export type Entry = Emit | Waiting | Absent

/** Every resource that a claim could compose, each with what is to happen to it. Never half a list. */
export type Plan<Key extends string = string> = { readonly [K in Key]?: Entry }

export const waiting = (on: string, why: string): Waiting => ({ state: 'waiting', on, why })

export const absent = (why: string): Absent => ({ state: 'absent', why })

/** Data that goes: only for a claim that says so in a field of its own. */
export const released = (why: string): Absent => ({ state: 'absent', why, released: true })

/** One entry per item of a list; the keys come from the items' names. */
export const each = <Item, Key extends string>(
  items: readonly Item[],
  entry: (item: Item) => readonly [Key, Entry],
): Record<Key, Entry> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets which keys it was given
  Object.fromEntries(items.map(entry)) as Record<Key, Entry>
