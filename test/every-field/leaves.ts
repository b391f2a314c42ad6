interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** Every field of a schema that holds a value, as `databases[].name`. */
export const leaves = (schema: object, path = ''): readonly string[] => {
  const { properties, items }: Schema = schema
  if (items) return leaves(items, `${path}[]`)
  if (!properties) return [path]
  return Object.entries(properties).flatMap(([name, field]) => leaves(field, path ? `${path}.${name}` : name))
}
