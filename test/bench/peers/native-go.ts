import { isList, isObject, type Json } from '../../../functions/runtime/json.ts'
import { header } from './native-go-runtime.ts'
import type { Definition } from './definition.ts'
import { pathsOf, type Path, type Read, type Template } from './template.ts'

/** A function as Crossplane's own template for Go has it written, with the definitions as its code. */
export const nativeGo = (definitions: readonly Definition[]): string =>
  [
    header,
    `var sizes = map[string]composer{${definitions.map(({ size }) => `${quoted(size)}: compose${size}`).join(', ')}}`,
    ...definitions.map(composer),
  ].join('\n')

/** The field path that the SDK understands. */
export const fieldPath = (path: Path): string =>
  path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : /[^\w-]/.test(step) ? `[${step}]` : `${index ? '.' : ''}${step}`,
    )
    .join('')

const quoted = (text: string): string => JSON.stringify(text)

const composer = ({ size, resources, status }: Definition): string => {
  const paths = pathsOf(resources.map(({ template }) => template))
  const variables = new Map(paths.map((path, index) => [JSON.stringify(path), `v${index}`]))
  const variable = (path: Path): string => variables.get(JSON.stringify(path)) ?? 'nil'
  return [
    `func compose${size}(xr *resource.Composite, dxr *resource.Composite, observed map[resource.Name]resource.ObservedComposed, desired map[resource.Name]*resource.DesiredComposed) error {`,
    ...paths.flatMap(path => [
      // The only number that is read is a count of days.
      `\t${variable(path)}, err := xr.Resource.${path.at(-1) === 'retentionDays' ? 'GetInteger' : 'GetString'}(${quoted(fieldPath(path))})`,
      '\tif err != nil {\n\t\treturn err\n\t}',
    ]),
    ...resources.map(
      ({ key, template, ready }) =>
        `\tdesired[${quoted(key)}] = desire(observed, ${quoted(key)}, ${ready === 'condition'}, ${expression(template, variable)})`,
    ),
    ...status.map(
      ({ to, key, from }) =>
        `\tif err := copyStatus(dxr, ${quoted(fieldPath(to))}, observed, ${quoted(key)}, ${quoted(fieldPath(from))}); err != nil {\n\t\treturn err\n\t}`,
    ),
    '\treturn nil\n}\n',
  ].join('\n')
}

const expression = (template: Template, variable: (path: Path) => string): string => {
  switch (template.is) {
    case 'literal':
      return literal(template.value)
    case 'object':
      return `map[string]any{${template.fields.map(([key, part]) => `${quoted(key)}: ${expression(part, variable)}`).join(', ')}}`
    case 'list':
      return `[]any{${template.items.map(item => expression(item, variable)).join(', ')}}`
    case 'read':
      return read(template, variable)
  }
}

const read = ({ paths, parts, base64 }: Read, variable: (path: Path) => string): string => {
  const [first = ''] = paths.map(variable)
  if (!parts) return first
  const pieces = parts.flatMap((part, index) => [
    ...(part === '' ? [] : [quoted(part)]),
    ...(paths[index] ? [variable(paths[index])] : []),
  ])
  const text = pieces.join(' + ')
  return base64 ? `base64.StdEncoding.EncodeToString([]byte(${text}))` : text
}

const literal = (value: Json): string => {
  if (value === null) return 'nil'
  if (isList(value)) return `[]any{${value.map(literal).join(', ')}}`
  if (isObject(value))
    return `map[string]any{${Object.entries(value)
      .map(([key, item]) => `${quoted(key)}: ${literal(item)}`)
      .join(', ')}}`
  if (typeof value === 'number') return Number.isInteger(value) ? `int64(${value})` : `float64(${value})`
  return typeof value === 'string' ? quoted(value) : String(value)
}
