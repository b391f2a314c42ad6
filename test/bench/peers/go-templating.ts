import { isObject, type JsonObject } from '../../../functions/runtime/json.ts'
import { setKind } from '../workload/set-kind.ts'
import type { Definition, ResourceDefinition, StatusField } from './definition.ts'
import { pathsOf, type Path, type Read, type Template } from './template.ts'

/** The input of function-go-templating that composes what the definition says: one YAML document per resource. */
export const goTemplating = ({ size, resources, status }: Definition, apiVersion: string): JsonObject => {
  const paths = pathsOf(resources.map(({ template }) => template))
  const variables = new Map(paths.map((path, index) => [JSON.stringify(path), `$v${index}`]))
  const variable = (path: Path): string => variables.get(JSON.stringify(path)) ?? '""'
  const template = [
    '{{- $xr := .observed.composite.resource }}{{ $observed := .observed.resources | default dict }}',
    ...paths.map(path => `{{- ${variable(path)} := ${access('$xr', path)} }}`),
    ...resources.map(resource => `---\n${resourceDocument(resource, variable)}`),
    ...statusDocument(size, apiVersion, status),
  ].join('\n')
  return {
    apiVersion: 'gotemplating.fn.crossplane.io/v1beta1',
    kind: 'GoTemplate',
    source: 'Inline',
    inline: { template },
  }
}

const access = (from: string, path: Path): string =>
  path.every(step => typeof step === 'string' && /^[A-Za-z]\w*$/.test(step))
    ? `${from}.${path.join('.')}`
    : `index ${from} ${path.map(step => (typeof step === 'number' ? step : JSON.stringify(step))).join(' ')}`

const prefix = 'gotemplating.fn.crossplane.io'

const isReady = (key: string, ready: 'condition' | 'observed'): string => {
  const existing = `index $observed ${JSON.stringify(key)}`
  return ready === 'observed'
    ? `{{ if ${existing} }}True{{ else }}False{{ end }}`
    : `{{ with ${existing} }}{{ if eq (getResourceCondition "Ready" .).Status "True" }}True{{ else }}False{{ end }}{{ else }}False{{ end }}`
}

/** A resource, with the annotations by which the function is told the key and whether it is ready. */
const resourceDocument = ({ key, template, ready }: ResourceDefinition, variable: Variable): string => {
  const metadata = fieldsOf(template).flatMap(([name, part]) => (name === 'metadata' ? fieldsOf(part) : []))
  const annotations = metadata.flatMap(([name, part]) => (name === 'annotations' ? fieldsOf(part) : []))
  const without = (fields: Fields, left: string) => fields.filter(([name]) => name !== left)
  return [
    document(without(fieldsOf(template), 'metadata'), variable),
    'metadata:',
    document(without(metadata, 'annotations'), variable, '  '),
    '  annotations:',
    ...(annotations.length > 0 ? [document(annotations, variable, '    ')] : []),
    `    ${prefix}/composition-resource-name: ${JSON.stringify(key)}`,
    `    ${prefix}/ready: "${isReady(key, ready)}"`,
  ].join('\n')
}

type Fields = readonly (readonly [string, Template])[]
type Variable = (path: Path) => string

const fieldsOf = (template: Template): Fields => {
  if (template.is === 'object') return template.fields
  if (template.is !== 'literal' || !isObject(template.value)) return []
  return Object.entries(template.value).map(([key, value]) => [key, { is: 'literal', value }] as const)
}

/** Written as block YAML, as people write it; scalars in JSON's quotes, which are YAML's too. */
const document = (fields: Fields, variable: Variable, indent = ''): string =>
  fields.map(([key, part]) => `${indent}${JSON.stringify(key)}:${value(part, variable, indent)}`).join('\n')

const value = (template: Template, variable: Variable, indent: string): string => {
  if (template.is === 'read') return ` ${read(template, variable)}`
  // The first field of an object stands behind the dash.
  if (template.is === 'list')
    return template.items.map(item => `\n${indent}- ${value(item, variable, `${indent}  `).trimStart()}`).join('')
  const fields = fieldsOf(template)
  if (fields.length > 0) return `\n${document(fields, variable, `${indent}  `)}`
  return ` ${template.is === 'literal' ? escaped(JSON.stringify(template.value)) : '{}'}`
}

/** A literal must not open an action of the template. */
const escaped = (text: string): string => text.replaceAll('{{', '{{ "{{" }}')

const read = ({ paths, parts, base64 }: Read, variable: Variable): string => {
  const [first = ''] = paths.map(variable)
  if (!parts) return `{{ ${first} | toJson }}`
  if (base64) {
    const format = parts.map(part => part.replaceAll('%', '%%')).join('%s')
    return `{{ printf ${JSON.stringify(format)} ${paths.map(variable).join(' ')} | b64enc }}`
  }
  const pieces = parts.map((part, index) => `${escaped(part)}${paths[index] ? `{{ ${variable(paths[index])} }}` : ''}`)
  return JSON.stringify(pieces.join(''))
}

const statusDocument = (size: string, apiVersion: string, status: readonly StatusField[]): readonly string[] => {
  if (status.length === 0) return []
  const root: Tree = new Map()
  for (const { to, key, from } of status) {
    const parent = to.slice(0, -1).reduce<Tree>((tree, step) => {
      const known = tree.get(step)
      const next: Tree = known instanceof Map ? known : new Map<string, Tree | string>()
      tree.set(step, next)
      return next
    }, root)
    parent.set(
      to.at(-1) ?? '',
      `{{ with index $observed ${JSON.stringify(key)} }}{{ ${access('.resource', from)} | toJson }}{{ else }}null{{ end }}`,
    )
  }
  const kind = size === '8' ? 'XDatabase' : setKind
  return [`---\napiVersion: ${apiVersion}\nkind: ${kind}\n${written(root, '')}`]
}

type Tree = Map<string, Tree | string>

const written = (tree: Tree, indent: string): string =>
  [...tree]
    .map(([key, part]) => `${indent}${key}:${part instanceof Map ? `\n${written(part, `${indent}  `)}` : ` ${part}`}`)
    .join('\n')
