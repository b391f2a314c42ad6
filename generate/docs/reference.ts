import { apiVersion } from '../../apis/group.ts'
import type { ApiKind } from '../../apis/kind.ts'
import { folderOf } from '../definition.ts'
import type { File } from '../files.ts'

interface Field {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Field>>
  readonly required?: readonly string[]
  readonly items?: Field
  readonly patternProperties?: Readonly<Record<string, Field>>
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly 'x-kubernetes-validations'?: readonly { readonly message: string }[]
}

/** The reference page of a kind: every field, what it is for, what it takes. */
export const referenceFile = (kind: ApiKind): File => ({
  path: `docs/reference/${kind.kind.toLowerCase()}.md`,
  text: [
    `<!-- Generated from apis/${folderOf(kind)}/ by \`npm run generate\`. Do not edit. -->`,
    `# ${kind.kind}`,
    '',
    `\`${apiVersion}\`, ${kind.scope}; \`kubectl get ${kind.shortNames[0] ?? kind.plural}\`. ${kind.description}`,
    '',
    '## spec',
    '',
    ...table(kind.spec),
    '',
    '## status',
    '',
    ...table(kind.status),
    '',
  ].join('\n'),
})

const table = (schema: object): readonly string[] => [
  '| field | takes | what it is for |',
  '| --- | --- | --- |',
  ...rows(schema, '').map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`),
]

const rows = (schema: Field, path: string): readonly (readonly string[])[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name
    const required = schema.required?.includes(name) === true && field.default === undefined
    return [[`\`${at}\``, takes(field) + (required ? ', required' : ''), purpose(field)], ...below(field, at)]
  })

const below = (field: Field, path: string): readonly (readonly string[])[] =>
  field.items ? rows(field.items, `${path}[]`) : rows(field, path)

const takes = (field: Field): string => {
  const { type = 'object', items, minimum, maximum, maxItems, patternProperties } = field
  if (field.enum) return field.enum.map(value => `\`${value}\``).join(', ') + byDefault(field)
  if (items) return `list${maxItems === undefined ? '' : `, at most ${maxItems}`}`
  if (patternProperties) return 'map'
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}${byDefault(field)}`
  return type + byDefault(field)
}

const byDefault = (field: Field): string =>
  field.default === undefined ? '' : `; default \`${JSON.stringify(field.default).replaceAll('"', '')}\``

const purpose = (field: Field): string =>
  [field.description ?? '', ...rulesOf(field), ...rulesOf(field.items ?? {})].join(' ').trim()

const rulesOf = (field: Field): readonly string[] =>
  (field['x-kubernetes-validations'] ?? []).map(({ message }) => `Rule: ${message.replace(/\.?$/, '.')}`)
