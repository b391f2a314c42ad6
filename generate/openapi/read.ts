import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServedKind } from '../crd/served-kind.ts'
import type { Structural } from '../crd/structural.ts'
import { enums } from './enums.ts'
import { unused } from './unused.ts'

interface Named {
  readonly group: string
  readonly version: string
  readonly kind: string
}

interface Operation {
  readonly 'x-kubernetes-group-version-kind'?: Named
}

interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>
  readonly components: { readonly schemas: Readonly<Record<string, Structural>> }
}

/** Reads kinds of Kubernetes itself from a folder with its OpenAPI v3, as its sources hold it in `api/openapi-spec/v3`. */
export const readOpenApi = (folder: string, kinds: readonly string[]): readonly ServedKind[] => {
  const files = new Map<string, OpenApi>()
  return kinds.map(name => {
    const [apiVersion = '', kind = ''] = name.split(' ')
    const file = fileOf(apiVersion)
    const api = files.get(file) ?? (JSON.parse(readFileSync(join(folder, file), 'utf8')) as OpenApi)
    files.set(file, api)
    return versionOf(api, apiVersion, kind)
  })
}

/** `apps/v1` is in `apis__apps__v1_openapi.json`. */
const fileOf = (apiVersion: string): string =>
  `${apiVersion.includes('/') ? `apis__${apiVersion.replace('/', '__')}` : `api__${apiVersion}`}_openapi.json`

const versionOf = (api: OpenApi, apiVersion: string, kind: string): ServedKind => {
  const [version = '', group = ''] = apiVersion.split('/').toReversed()
  const isIt = (named: Named | undefined) => named?.group === group && named.version === version && named.kind === kind
  const definition = Object.keys(api.components.schemas).find(name => {
    const named = api.components.schemas[name]?.['x-kubernetes-group-version-kind']
    return Array.isArray(named) && named.length === 1 && isIt(named[0] as Named)
  })
  const path = Object.keys(api.paths).findLast(
    each => isIt(api.paths[each]?.post?.['x-kubernetes-group-version-kind']) && !each.endsWith('}/binding'),
  )
  if (!definition || !path) throw new Error(`no ${apiVersion} ${kind} in Kubernetes' OpenAPI`)
  const { properties = {}, ...schema } = resolver(api)(definition)
  return {
    group,
    version,
    kind,
    plural: path.slice(path.lastIndexOf('/') + 1),
    scope: path.includes('{namespace}') ? 'Namespaced' : 'Cluster',
    schema: { ...schema, properties: { ...properties, metadata: { type: 'object' } } },
  }
}

/** What a template of objects says of their metadata; an object's own is not part of its kind's facts. */
const texts = { type: 'object', additionalProperties: { type: 'string' } } as const
const templateMetadata: Structural = { type: 'object', properties: { annotations: texts, labels: texts } }

/** Puts every definition in the place where it is referred to, as in a CRD. */
const resolver = ({ components }: OpenApi) => {
  const definitionOf = (name: string): Structural => {
    const short = name.split('.').slice(-3).join('.')
    if (short === 'meta.v1.ObjectMeta') return templateMetadata
    const { properties, ...schema } = components.schemas[name] ?? {}
    if (!properties) return plain(schema)
    const fields = Object.entries(properties)
      .filter(([field]) => !unused[short]?.includes(field))
      .map(([field, property]) => [field, withEnum(resolved(property), enums[`${short}.${field}`])] as const)
    return { ...schema, properties: Object.fromEntries(fields) }
  }
  const resolved = ({ $ref, allOf, ...schema }: Structural): Structural => {
    const reference = $ref ?? (allOf as readonly Structural[] | undefined)?.[0]?.['$ref']
    const own = withoutZero(schema)
    if (typeof reference === 'string')
      return { ...definitionOf(reference.slice(reference.lastIndexOf('/') + 1)), ...own }
    return {
      ...own,
      ...(schema.items && { items: resolved(schema.items) }),
      ...(typeof schema.additionalProperties === 'object' && {
        additionalProperties: resolved(schema.additionalProperties),
      }),
    }
  }
  return definitionOf
}

/** A text in quotes that can be a number: an amount of something, or a port's number or name. */
const plain = ({ oneOf, ...schema }: Structural): Structural => {
  if (schema['format'] === 'int-or-string') return { 'x-kubernetes-int-or-string': true }
  return oneOf ? { type: 'string', format: 'quantity' } : schema
}

/** Go's zero values stand there as defaults; nobody sets them. */
const withoutZero = ({ default: value, ...schema }: Structural): Structural =>
  value === undefined || value === '' || value === 0 || value === false || typeof value === 'object'
    ? schema
    : { ...schema, default: value }

const withEnum = (schema: Structural, values: readonly string[] | undefined): Structural => {
  if (!values) return schema
  return schema.items ? { ...schema, items: { ...schema.items, enum: values } } : { ...schema, enum: values }
}
