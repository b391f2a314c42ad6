import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Json } from '../../functions/runtime/json.ts'
import { bytesOf } from '../../functions/runtime/quantity.ts'
import { nearest } from './nearest.ts'
import type { Structural } from './structural.ts'

/** Something that a schema does not allow. */
export interface Fault {
  /** `spec.databases[0].name` */
  readonly path: string
  readonly message: string
  /** Whether the schema lacks the field or wants another type: server-side apply refuses the whole object for it. */
  readonly misfit: boolean
}

/** CRDs have patterns of Go's, where `(?i)` in a pattern stands for any case. */
const goPattern = Object.assign(
  (pattern: string, flags: string) =>
    new RegExp(pattern.replace('(?i)', ''), pattern.includes('(?i)') ? `${flags}i` : flags),
  { code: 'new RegExp' },
)

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  verbose: true,
  logger: false,
  code: { regExp: goPattern, optimize: false },
})
ajv.addFormat('byte', /^[A-Za-z0-9+/]*={0,2}$/)
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
ajv.addFormat('quantity', (text: string) => bytesOf(text) !== undefined)
for (const format of ['int64', 'int32', 'double', 'float']) ajv.addFormat(format, true)

const validators = new WeakMap<Structural, ValidateFunction>()

/** Checks a value against a structural schema whose objects are closed: an unknown field is a fault. */
export const validate = (value: Json, schema: Structural, root = ''): readonly Fault[] => {
  let validator = validators.get(schema)
  if (!validator) validators.set(schema, (validator = ajv.compile(closed(schema, true))))
  if (validator(value)) return []
  return (validator.errors ?? []).flatMap(error => faultOf(error, root))
}

/** The schema in JSON Schema's terms. The root's metadata has its own rules and is left open. */
const closed = (schema: Structural, isRoot = false): object => {
  if (schema['x-kubernetes-int-or-string']) return { ...facts(schema), type: ['integer', 'string'] }
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true
  const { properties, items, additionalProperties } = schema
  const type = schema.type && (schema.nullable === true ? [schema.type, 'null'] : schema.type)
  return {
    ...facts(schema),
    ...(type && { type }),
    ...(properties && {
      properties: mapValues(properties, (field, name) => (isRoot && name === 'metadata' ? {} : closed(field))),
    }),
    ...(properties && !open && !additionalProperties && { additionalProperties: false }),
    ...(items && { items: closed(items) }),
    ...(additionalProperties && { additionalProperties: closed(additionalProperties) }),
    ...(schema['x-kubernetes-list-type'] === 'set' && { uniqueItems: true }),
  }
}

const factKeywords = [
  'description',
  'enum',
  'pattern',
  'format',
  'required',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
]

const facts = (schema: Structural): object =>
  Object.fromEntries(
    factKeywords.filter(keyword => schema[keyword] !== undefined).map(keyword => [keyword, schema[keyword]]),
  )

const mapValues = (
  fields: Readonly<Record<string, Structural>>,
  change: (schema: Structural, name: string) => object,
) => Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, change(schema, name)]))

const faultOf = (error: ErrorObject, root: string): readonly Fault[] => {
  const path = pathOf(root, error.instancePath)
  const params = error.params as Readonly<Record<string, unknown>>
  switch (error.keyword) {
    case 'additionalProperties': {
      const field = String(params['additionalProperty'])
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {})
      return [
        { path: join(path, field), message: `unknown field${suggestion(field, known) || listed(known)}`, misfit: true },
      ]
    }
    case 'required':
      return [{ path: join(path, String(params['missingProperty'])), message: 'required', misfit: false }]
    case 'type': {
      const message = `must be of type ${String(params['type'])}, is ${JSON.stringify(error.data)}${purpose(error)}`
      return [{ path, message, misfit: true }]
    }
    case 'enum':
      return [{ path, message: enumMessage(error.data, params['allowedValues'] as readonly unknown[]), misfit: false }]
    case 'pattern':
      return [{ path, message: `${JSON.stringify(error.data)} does not fit${purpose(error)}`, misfit: false }]
    case 'anyOf':
    case 'oneOf':
    case 'not':
    case 'if':
      return [{ path, message: error.message ?? error.keyword, misfit: false }]
    default:
      return [{ path, message: `${JSON.stringify(error.data)} ${error.message ?? error.keyword}`, misfit: false }]
  }
}

/** What the field is for: more use to a person than a regular expression. */
const purpose = ({ parentSchema }: ErrorObject): string => {
  const description: unknown = parentSchema?.['description']
  return typeof description === 'string' ? `: ${description}` : ''
}

const enumMessage = (value: unknown, allowed: readonly unknown[]): string =>
  `${JSON.stringify(value)} is not one of ${allowed.join(', ')}${suggestion(String(value), allowed.map(String))}`

const suggestion = (given: string, known: readonly string[]): string => {
  const close = nearest(given, known)
  return close === undefined ? '' : `; did you mean ${close}?`
}

/** All that there is, where that is soon read. */
const listed = (known: readonly string[]): string =>
  known.length > 0 && known.length <= 8 ? `; there are ${known.join(', ')}` : ''

const pathOf = (root: string, pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .reduce((path, step) => join(path, step.replaceAll('~1', '/').replaceAll('~0', '~')), root)

const join = (path: string, step: string): string =>
  /^\d+$/.test(step) ? `${path}[${step}]` : path ? `${path}.${step}` : step
