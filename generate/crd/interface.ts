import type { CrdVersion } from './read.ts'
import type { Structural } from './structural.ts'

/**
 * A TypeScript module with the type of one kind and a value that names it. A type alias, not an interface: only an alias
 * is assignable to a JSON object.
 */
export const interfaceModule = ({ group, version, kind, scope, schema }: CrdVersion): string => {
  const spec = typeOf(schema.properties?.['spec'] ?? {}, '  ')
  const json = /\bJson\b/.test(spec) ? "import type { Json } from '../../runtime/json.ts'\n" : ''
  const meta = scope === 'Cluster' ? 'ClusterObjectMeta' : 'ObjectMeta'
  return `// Generated from the CRD by \`npm run generate -- --crds DIR\`. Do not edit.
${json}import { kindOf, type ${meta} } from '../../runtime/resource-kind.ts'

export type ${kind} = {
  readonly apiVersion: '${group}/${version}'
  readonly kind: '${kind}'
  readonly metadata: ${meta}
  readonly spec: ${spec}
}

export const ${kind} = kindOf<${kind}>('${group}/${version}', '${kind}')
`
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
