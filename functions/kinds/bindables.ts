import { bindables as fields, type BindableFields } from '../../apis/bindables.ts'
import type { JsonObject } from '../runtime/json.ts'
import type { Readable } from '../runtime/unread.ts'
import type { AwsFacts, AzureFacts, GcpFacts } from '../settings/facts.ts'
import { begunOnce } from './claims.ts'

type Network = (AwsFacts | AzureFacts | GcpFacts)['region']['network']

/** A field of a service's spec that names what it binds to. */
export type BoundField = keyof BindableFields

/** What something is called that a service binds to. */
type What = BindableFields[BoundField]['what']

/**
 * A kind that services bind to. Its claim takes `spec.network.allowedServices` and `spec.placement`, and tells
 * `status.binding.name` (servicebinding.io), `status.endpoint` and `status.placement`.
 */
export interface Bindable {
  /** The field of a service's spec that names it. */
  readonly field: BoundField
  readonly kind: string
  readonly what: What
  /** What its connection Secret holds, the same on every provider. */
  readonly keys: readonly string[]
  /** The variable under which most programs look for the only one that they have, and the key that it holds. */
  readonly usual: { readonly variable: string; readonly key: string }
  /** Where it listens, until its status says so. */
  readonly port: number
  /** The ranges of a cloud in which it is, as a region of the platform names them. */
  readonly ranges: keyof Network & `${string}Cidrs`
  /** The labels of the pods that serve it in the cluster, by the host in its status; `undefined` where no pods do. */
  readonly podsOf: (host: string) => Readonly<Record<string, string>> | undefined
  /**
   * What is asked of one that is made with a service.
   *
   * @param existing the spec that it has; `undefined` while it is not there
   */
  readonly asked: (spec: JsonObject, existing: Readable | undefined) => JsonObject
}

const database = {
  ...fields.databases,
  field: 'databases',
  keys: [
    'type',
    'provider',
    'host',
    'port',
    'username',
    'password',
    'database',
    'readOnlyHost',
    'uri',
    'jdbcUrl',
    'ca.crt',
  ],
  usual: { variable: 'DATABASE_URL', key: 'uri' },
  port: 5432,
  ranges: 'databaseCidrs',
  /** CloudNativePG serves a cluster under `<cluster>-rw`, and labels its pods with the cluster's name. */
  podsOf: host => {
    const cluster = /^(.+)-rw\./.exec(host)?.[1]
    return cluster === undefined ? undefined : { 'cnpg.io/cluster': cluster }
  },
  asked: begunOnce,
} as const satisfies Bindable

/** What services bind to, by the field of their spec that names it. */
export const bindables: Readonly<Record<BoundField, Bindable>> = { databases: database }

/** The keys under which a service composes those that it makes. */
export const madeKeys = { 'database-*': 'stateful' } as const satisfies Readonly<
  Record<`${What}-*`, 'stateful' | 'stateless'>
>
