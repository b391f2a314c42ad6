import type { Structural } from './structural.ts'

/** A schema in short; `compact` in generate/crd writes it. */
export type Compact = string | readonly [Compact] | { readonly [field: string]: unknown }

/** Reads the short form of a schema, as `npm run generate -- --crds` writes it, back into a structural schema. */
export const expand = (compact: Compact): Structural => {
  if (typeof compact === 'string') return scalar(compact)
  if (isList(compact)) return { type: 'array', items: expand(compact[0]) }
  if ('$' in compact) {
    const { $: base, ...facts } = compact
    return { ...expand(base as Compact), ...facts }
  }
  if ('*' in compact) return { type: 'object', additionalProperties: expand(compact['*'] as Compact) }
  return objectOf(compact as Readonly<Record<string, Compact>>)
}

const isList = (compact: Compact): compact is readonly [Compact] => Array.isArray(compact)

const scalar = (type: string): Structural => {
  if (type === 'int-or-string') return { 'x-kubernetes-int-or-string': true }
  return type === 'any' ? { 'x-kubernetes-preserve-unknown-fields': true } : { type }
}

const objectOf = (fields: Readonly<Record<string, Compact>>): Structural => {
  const names = Object.keys(fields)
  const required = names.filter(name => name.endsWith('!')).map(name => name.slice(0, -1))
  const properties = Object.fromEntries(names.map(name => [name.replace(/!$/, ''), expand(fields[name] ?? 'any')]))
  return { type: 'object', properties, ...(required.length > 0 && { required }) }
}
