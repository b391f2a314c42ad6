import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { asServed, foreignKinds } from './core-kinds.ts'
import { expand, type Compact } from './expand.ts'
import type { KindSchema, Structural } from './structural.ts'

const root = join(import.meta.dirname, '..', '..')

/** Every kind that the simulated API server serves, by `<apiVersion> <Kind>`. */
export type Registry = ReadonlyMap<string, KindSchema>

export const registryKey = (apiVersion: string, kind: string): string => `${apiVersion} ${kind}`

/** Our own XRDs, the kinds that we compose, and some that providers make. Read once. */
export const loadRegistry = (): Registry => {
  registry ??= new Map(
    [...definitions(), ...composed(), ...foreignKinds].map(kind => [registryKey(kind.apiVersion, kind.kind), kind]),
  )
  return registry
}

let registry: Registry | undefined

const composed = (): readonly KindSchema[] => {
  const folder = join(root, 'simulator', 'generated')
  return filesIn(folder, '.json').map(file => {
    const kind = JSON.parse(readFileSync(file, 'utf8')) as Omit<KindSchema, 'schema'> & { schema: Compact }
    return asServed({ ...kind, schema: expand(kind.schema) })
  })
}

interface Definition {
  readonly spec: {
    readonly group: string
    readonly scope: 'Namespaced' | 'Cluster'
    readonly names: { readonly kind: string; readonly plural: string }
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Structural } }[]
  }
}

const definitions = (): readonly KindSchema[] =>
  filesIn(join(root, 'apis'), 'definition.yaml').flatMap(file => {
    const { spec } = parse(readFileSync(file, 'utf8')) as Definition
    return spec.versions.map(version => ({
      apiVersion: `${spec.group}/${version.name}`,
      kind: spec.names.kind,
      plural: spec.names.plural,
      scope: spec.scope,
      schema: withCrossplane(version.schema.openAPIV3Schema, spec.scope),
    }))
  })

/** What Crossplane adds to the CRD that it makes of an XRD. */
const withCrossplane = (schema: Structural, scope: string): Structural => {
  const { spec = {}, status = {} } = schema.properties ?? {}
  return {
    ...schema,
    required: ['spec'],
    properties: {
      apiVersion: string,
      kind: string,
      metadata: anyObject,
      ...schema.properties,
      spec: { ...spec, properties: { ...spec.properties, crossplane: crossplaneSpec(scope) } },
      status: { ...status, type: 'object', properties: { ...status.properties, conditions } },
    },
  }
}

const string = { type: 'string' } as const
const anyObject = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } as const

const crossplaneSpec = (scope: string): Structural => ({
  type: 'object',
  properties: {
    compositionRef: anyObject,
    compositionSelector: anyObject,
    compositionRevisionRef: anyObject,
    compositionRevisionSelector: anyObject,
    compositionUpdatePolicy: { type: 'string', enum: ['Automatic', 'Manual'] },
    resourceRefs: {
      type: 'array',
      'x-kubernetes-list-type': 'atomic',
      items: {
        type: 'object',
        required: ['apiVersion', 'kind'],
        properties: {
          apiVersion: string,
          kind: string,
          name: string,
          ...(scope === 'Cluster' && { namespace: string }),
        },
      },
    },
  },
})

const conditions: Structural = {
  type: 'array',
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['type'],
  items: {
    type: 'object',
    required: ['lastTransitionTime', 'reason', 'status', 'type'],
    properties: {
      lastTransitionTime: string,
      message: string,
      observedGeneration: { type: 'integer' },
      reason: string,
      status: string,
      type: string,
    },
  },
}

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .toSorted()
    .map(name => join(folder, name))
