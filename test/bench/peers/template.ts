import { isList, isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'

/** Where a value stands in the claim. */
export type Path = readonly (string | number)[]

/** A field of the claim that composed objects take over. */
export interface Source {
  readonly path: Path
  readonly value: string | number
  /** `within`: anywhere in a text. Otherwise the whole value, and only in fields of these names. */
  readonly in: 'within' | readonly string[]
}

/** A composed object with places that are filled from the claim. What has no such place is one literal. */
export type Template =
  | { readonly is: 'literal'; readonly value: Json }
  | { readonly is: 'object'; readonly fields: readonly (readonly [string, Template])[] }
  | { readonly is: 'list'; readonly items: readonly Template[] }
  | Read

/** A value from the claim: as it is, or put into a text whose places are `{0}`, `{1}`, … of `paths`. */
export interface Read {
  readonly is: 'read'
  readonly paths: readonly Path[]
  /** The text's parts around the places, one more than paths; `undefined` for the value as it is. */
  readonly parts: readonly string[] | undefined
  readonly base64: boolean
}

/** Finds in an object what it has from the claim. The values of a Secret are looked into. */
export const templateOf = (object: JsonObject, sources: readonly Source[]): Template =>
  of(object, '', sources, object['kind'] === 'Secret' ? 'data' : undefined)

const of = (value: Json, field: string, sources: readonly Source[], encoded?: string): Template => {
  if (isList(value)) return collapsed({ is: 'list', items: value.map((item: Json) => of(item, field, sources)) }, value)
  if (isObject(value)) {
    const fields = Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, item]) => [key, key === encoded ? ofEncoded(item, sources) : of(item, key, sources)] as const)
    return collapsed({ is: 'object', fields }, value)
  }
  return whole(value, field, sources) ?? within(value, sources) ?? { is: 'literal', value }
}

/** A Secret's values: what is in them may be from the claim. */
const ofEncoded = (data: Json, sources: readonly Source[]): Template => {
  const fields = Object.entries(isObject(data) ? data : {})
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]): readonly [string, Template] => {
      const read = typeof value === 'string' ? within(Buffer.from(value, 'base64').toString(), sources) : undefined
      return [key, read ? { ...read, base64: true } : { is: 'literal', value }]
    })
  return collapsed({ is: 'object', fields }, data)
}

const collapsed = (template: Template, value: Json): Template => {
  const parts =
    template.is === 'list' ? template.items : template.is === 'object' ? template.fields.map(([, part]) => part) : []
  return parts.every(({ is }) => is === 'literal') ? { is: 'literal', value } : template
}

const whole = (value: Json, field: string, sources: readonly Source[]): Read | undefined => {
  const source = sources.find(each => each.value === value && (each.in === 'within' || each.in.includes(field)))
  return source && { is: 'read', paths: [source.path], parts: undefined, base64: false }
}

const within = (value: Json, sources: readonly Source[]): Read | undefined => {
  if (typeof value !== 'string') return undefined
  const found = sources.filter(source => source.in === 'within')
  const paths: Path[] = []
  const parts: string[] = ['']
  for (let position = 0; position < value.length;) {
    const source = found.find(each => value.startsWith(String(each.value), position))
    if (source) {
      paths.push(source.path)
      parts.push('')
      position += String(source.value).length
    } else parts.push((parts.pop() ?? '') + (value[position++] ?? ''))
  }
  if (paths.length === 0) return undefined
  return { is: 'read', paths, parts, base64: false }
}

/** Every path that a template reads, each once. */
export const pathsOf = (templates: readonly Template[]): readonly Path[] => {
  const found = new Map<string, Path>()
  const visit = (template: Template): void => {
    if (template.is === 'read') for (const path of template.paths) found.set(JSON.stringify(path), path)
    if (template.is === 'list') template.items.forEach(visit)
    if (template.is === 'object') template.fields.forEach(([, part]) => visit(part))
  }
  templates.forEach(visit)
  return [...found.values()]
}
