type Schema = object

/** The keywords that stay: what a Kubernetes structural schema knows, and the hints for portals. */
const keywords = [
  'type',
  'description',
  'enum',
  'default',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'required',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-validations',
  'x-kubernetes-preserve-unknown-fields',
  'x-ui-order',
  'x-ui-advanced',
]

/** A TypeBox schema as a Kubernetes structural schema. A keyword that Kubernetes does not know is an error, not a loss. */
export const structural = (schema: Schema, path = '$'): Record<string, unknown> => {
  const result: Record<string, unknown> = {}
  const given: Readonly<Record<string, unknown>> = { ...schema }
  for (const keyword of keywords) {
    const value = keyword === 'required' ? withoutDefaults(given) : given[keyword]
    if (value !== undefined && !isEmptyList(value)) result[keyword] = value
  }
  for (const [keyword, value] of Object.entries(given)) {
    if (keyword === 'properties') result[keyword] = fields(value as Record<string, Schema>, path)
    else if (keyword === 'items') result[keyword] = structural(value as Schema, `${path}[]`)
    else if (keyword === 'patternProperties')
      result['additionalProperties'] = structural(valuesOf(value as Record<string, Schema>), `${path}{}`)
    else if (!keywords.includes(keyword)) throw new Error(`${path}: Kubernetes does not know ${keyword}`)
  }
  return result
}

/**
 * What has a default need not be there: the API server fills it in, but kubectl and editors check before that. TypeBox needs it
 * required all the same, for by the time that the function reads it, it is there.
 */
const withoutDefaults = ({ required, properties = {} }: Readonly<Record<string, unknown>>) =>
  (required as readonly string[] | undefined)?.filter(
    name => (properties as Readonly<Record<string, { default?: unknown }>>)[name]?.default === undefined,
  )

const fields = (properties: Readonly<Record<string, Schema>>, path: string) =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, structural(schema, `${path}.${name}`)]))

/** TypeBox writes a map as one pattern that every key matches. */
const valuesOf = (patterns: Readonly<Record<string, Schema>>): Schema => Object.values(patterns)[0] ?? {}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0
