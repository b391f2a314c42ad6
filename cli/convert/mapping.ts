import { apiVersion } from '../../apis/group.ts'
import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { at } from '../../functions/runtime/read.ts'

/** Where a field of another platform's manifest goes. */
export interface Mapping {
  /** Such as `spec.networking.ingress[].domain`. */
  readonly from: string
  /** Ours; `[name=db]` is the item of that name. `undefined`: it goes nowhere. */
  readonly to?: string
  /** What it is called here. `undefined`: what is there by default says it already. `{refused}`: why this one value can't be had. */
  readonly value?: (value: Json, source: JsonObject) => Json | undefined
  /** Why it goes nowhere. */
  readonly why?: string
}

/** How another platform writes a service. */
export interface Dialect {
  readonly kind: string
  readonly group: string
  readonly mappings: readonly Mapping[]
}

export const identity: readonly Mapping[] = [
  { from: 'apiVersion', to: 'apiVersion', value: () => apiVersion },
  { from: 'kind', to: 'kind', value: () => 'XService' },
  { from: 'metadata.name', to: 'metadata.name' },
  { from: 'metadata.namespace', to: 'metadata.namespace' },
]

const engines: Readonly<Record<string, string>> = { postgres: 'Postgres', postgresql: 'Postgres' }

/** A text as it is, anything else as JSON has it. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The name of an engine as people write it. */
export const engine = (value: Json): Json => {
  const named = engines[textOf(value).toLowerCase()]
  return named ?? { refused: `there is no engine "${textOf(value)}" here yet; there is Postgres` }
}

/** `true` and `false` as modes, which may be more than two one day. */
export const mode =
  (on: string, off = 'Disabled') =>
  (value: Json): Json =>
    value === true ? on : off

/** A Go program can't be instrumented from outside; any other can, where the platform knows its language. */
export const tracing =
  (languageAt: readonly string[]) =>
  (value: Json, source: JsonObject): Json => {
    if (value !== true) return 'Disabled'
    return /^go\b/i.test(textOf(at(source, ...languageAt) ?? '')) ? 'SDK' : 'Auto'
  }

/** The first letter as an enum has it. */
export const capitalised = (value: Json): Json => {
  const text = textOf(value)
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
}
