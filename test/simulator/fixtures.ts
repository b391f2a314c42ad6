import type { JsonObject } from '../../functions/runtime/json.ts'
import type { ObjectRef } from '../../simulator/api/object.ts'
import { ApiServer } from '../../simulator/api/server.ts'
import { registryKey } from '../../simulator/schema/registry.ts'
import type { KindSchema, Structural } from '../../simulator/schema/structural.ts'

export const namespace = 'team-a'

/** A composed Secret. Its values are base64 as they stand: `a` would not be. */
export const secret = (data: JsonObject = {}, name?: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  ...(name !== undefined && { metadata: { name } }),
  data,
})

export const secretRef = (name: string): ObjectRef => ({ apiVersion: 'v1', kind: 'Secret', name, namespace })

/** A composed object that every API server refuses with a 422: LOUD is no policy type. */
export const invalidPolicy: JsonObject = policy({ podSelector: {}, policyTypes: ['LOUD'] })

/** A composed object with a field that its kind does not have. */
export const misfitPolicy: JsonObject = policy({ podSelector: {}, volume: 'loud' })

export const validPolicy: JsonObject = policy({ podSelector: {} })

function policy(spec: JsonObject): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec }
}

const string = { type: 'string' } as const
const integer = { type: 'integer' } as const

/** A made-up schema with every way in which lists and maps can merge. */
export const widgetSchema: Structural = {
  type: 'object',
  properties: {
    apiVersion: string,
    kind: string,
    metadata: { type: 'object' },
    spec: {
      type: 'object',
      properties: {
        size: integer,
        note: string,
        color: { ...string, enum: ['red', 'green'] },
        args: { type: 'array', items: string },
        tags: { type: 'array', items: string, 'x-kubernetes-list-type': 'set' },
        ports: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: { type: 'object', required: ['name'], properties: { name: string, number: integer, note: string } },
        },
        labels: { type: 'object', additionalProperties: string },
        selector: {
          type: 'object',
          'x-kubernetes-map-type': 'atomic',
          properties: { app: string, tier: string },
        },
      },
    },
    status: { type: 'object', properties: { phase: string, count: integer } },
  },
}

export const widgetKind: KindSchema = {
  apiVersion: 'example.org/v1',
  kind: 'Widget',
  plural: 'widgets',
  scope: 'Namespaced',
  schema: widgetSchema,
}

export const widget = (spec: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: 'example.org/v1',
  kind: 'Widget',
  metadata: { name: 'w', namespace, ...metadata },
  spec,
})

export const widgetRef: ObjectRef = { apiVersion: 'example.org/v1', kind: 'Widget', name: 'w', namespace }

/** An API server that serves Widgets, at a time that does not move. */
export const widgetServer = (): ApiServer =>
  new ApiServer(new Map([[registryKey('example.org/v1', 'Widget'), widgetKind]]), () => Date.UTC(2026, 0, 1))

/** A managed resource whose provider has nothing to wait for. */
export const subnetGroup = (name: string, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'rds.aws.m.upbound.io/v1beta1',
  kind: 'SubnetGroup',
  metadata: { name },
  spec: { forProvider: { region: 'eu-central-1', subnetIds: ['subnet-a', 'subnet-b'] }, ...more },
})
