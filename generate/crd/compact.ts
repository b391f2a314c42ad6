import { factKeywords, type Structural } from './structural.ts'

/**
 * A schema in short: a type's name; `[item]` a list; `{field, 'needed!'}` an object; `{'*': value}` a map;
 * `{$: schema, …facts}` a schema with more to say. `expand` in simulator/schema reads it back.
 */
export type Compact = string | readonly [Compact] | { readonly [field: string]: unknown }

export const compact = (schema: Structural): Compact => {
  const facts = factKeywords
    .filter(keyword => says(schema, keyword))
    .map(keyword => [keyword, schema[keyword]] as const)
  const base = baseOf(schema)
  if (facts.length === 0) return base
  const said: Readonly<Record<string, unknown>> = Object.fromEntries(facts)
  return { $: base, ...said }
}

/** `anyOf: [integer, string]` only repeats int-or-string. */
const says = (schema: Structural, keyword: string): boolean =>
  schema[keyword] !== undefined && !(keyword === 'anyOf' && schema['x-kubernetes-int-or-string'])

const baseOf = (schema: Structural): Compact => {
  if (schema['x-kubernetes-int-or-string']) return 'int-or-string'
  if (schema.items) return [compact(schema.items)]
  if (typeof schema.additionalProperties === 'object') return { '*': compact(schema.additionalProperties) }
  if (schema.properties) return fieldsOf(schema.properties, schema.required ?? [])
  return schema.type ?? 'any'
}

const fieldsOf = (properties: Readonly<Record<string, Structural>>, required: readonly string[]): Compact =>
  Object.fromEntries(
    Object.entries(properties)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, schema]) => [required.includes(name) ? `${name}!` : name, compact(schema)]),
  )
