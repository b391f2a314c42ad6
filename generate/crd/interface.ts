import { apiVersionOf, type ServedKind } from './served-kind.ts'
import type { Structural } from './structural.ts'

/**
 * A TypeScript module with the type of one kind and a value that names it. A type alias, not an interface: only an alias
 * is assignable to a JSON object.
 */
export const interfaceModule = (served: ServedKind): string => {
  const { kind, scope, schema } = served
  const apiVersion = apiVersionOf(served)
  const fields = fieldsOf(schema)
  const json = /\bJson\b/.test(fields) ? "import type { Json } from '../../runtime/json.ts'\n" : ''
  const meta = scope === 'Cluster' ? 'ClusterObjectMeta' : 'ObjectMeta'
  return `// Generated from the kind's schema by \`npm run generate\` (--crds, --kubernetes). Do not edit.
${json}import { kindOf, type ${meta} } from '../../runtime/resource-kind.ts'

export type ${kind} = {
  readonly apiVersion: '${apiVersion}'
  readonly kind: '${kind}'
  readonly metadata: ${meta}
${fields}}

export const ${kind} = kindOf<${kind}>('${apiVersion}', '${kind}')
`
}

const notOurs = new Set(['apiVersion', 'kind', 'metadata', 'status'])

/** What we may say of an object beside its metadata: nearly always a spec, which is there if anything in it has to be. */
const fieldsOf = ({ properties = {}, required = [] }: Structural): string => {
  const own = Object.entries(properties).filter(([name]) => !notOurs.has(name))
  if (own.length === 0) return '  readonly spec: Json\n'
  return own
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, schema]) => {
      const needed = required.includes(name) || (name === 'spec' && schema.required !== undefined)
      return `  readonly ${propertyName(name)}${needed ? '' : '?'}: ${typeOf(schema, '  ')}\n`
    })
    .join('')
}

const typeOf = (schema: Structural, indent: string): string => {
  if (schema['x-kubernetes-int-or-string']) return 'number | string'
  if (schema.enum && schema.type === 'string') return schema.enum.map(value => `'${String(value)}'`).join(' | ')
  if (schema.items) return `readonly ${wrapped(typeOf(schema.items, indent))}[]`
  if (schema.properties) return objectOf(schema.properties, schema.required ?? [], indent)
  if (typeof schema.additionalProperties === 'object') {
    return `{ readonly [key: string]: ${typeOf(schema.additionalProperties, indent)} }`
  }
  return scalars[schema.type ?? ''] ?? 'Json'
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
}

const wrapped = (type: string): string => (type.includes(' | ') ? `(${type})` : type)

const objectOf = (
  properties: Readonly<Record<string, Structural>>,
  required: readonly string[],
  indent: string,
): string => {
  const fields = Object.entries(properties)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, schema]) => {
      const optional = required.includes(name) ? '' : '?'
      return `${indent}  readonly ${propertyName(name)}${optional}: ${typeOf(schema, `${indent}  `)}\n`
    })
  return `{\n${fields.join('')}${indent}}`
}

const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`)
