import { afterAll, describe, expect, it } from 'vitest'
import { readOpenApi } from '../../../generate/openapi/read.ts'
import { folderOf } from '../fixtures.ts'

const named = { group: 'apps', version: 'v1', kind: 'Deployment' }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** A corner of Kubernetes' OpenAPI, as its sources hold it. */
const api = {
  paths: {
    '/apis/apps/v1/deployments': { get: { 'x-kubernetes-group-version-kind': named } },
    '/apis/apps/v1/namespaces/{namespace}/deployments': { post: { 'x-kubernetes-group-version-kind': named } },
  },
  components: {
    schemas: {
      'io.k8s.api.apps.v1.Deployment': {
        type: 'object',
        properties: {
          apiVersion: { type: 'string' },
          metadata: { allOf: [ref('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta')], default: {} },
          spec: { allOf: [ref('io.k8s.api.apps.v1.DeploymentSpec')], default: {} },
        },
        'x-kubernetes-group-version-kind': [named],
      },
      'io.k8s.api.apps.v1.DeploymentSpec': {
        type: 'object',
        properties: {
          strategy: { allOf: [ref('io.k8s.api.apps.v1.DeploymentStrategy')], default: {} },
          port: ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString'),
          limits: { type: 'object', additionalProperties: ref('io.k8s.apimachinery.pkg.api.resource.Quantity') },
          volumes: { type: 'array', items: { allOf: [ref('io.k8s.api.core.v1.Volume')], default: {} } },
          protocol: { type: 'string', default: 'TCP' },
          name: { type: 'string', default: '' },
        },
      },
      'io.k8s.api.apps.v1.DeploymentStrategy': { type: 'object', properties: { type: { type: 'string' } } },
      'io.k8s.api.core.v1.Volume': {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', default: '' }, hostPath: { type: 'string' } },
      },
      'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': { type: 'object', properties: { name: { type: 'string' } } },
      'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { format: 'int-or-string', oneOf: [{}, {}] },
      'io.k8s.apimachinery.pkg.api.resource.Quantity': { oneOf: [{ type: 'string' }, { type: 'number' }] },
    },
  },
}

const folder = folderOf({ 'apis__apps__v1_openapi.json': JSON.stringify(api) })
afterAll(() => folder.remove())

describe('a kind of Kubernetes itself', () => {
  const [deployment] = readOpenApi(folder.path, ['apps/v1 Deployment'])

  it('has its plural and its scope from the path that makes one, or nobody is granted the right to', () => {
    expect(deployment).toMatchObject({ ...named, plural: 'deployments', scope: 'Namespaced' })
  })

  it('has every definition in its place, with the values that Kubernetes takes, or a wrong one compiles', () => {
    expect(deployment?.schema.properties?.['spec']).toEqual({
      type: 'object',
      properties: {
        strategy: { type: 'object', properties: { type: { type: 'string', enum: ['RollingUpdate', 'Recreate'] } } },
        port: { 'x-kubernetes-int-or-string': true },
        limits: { type: 'object', additionalProperties: { type: 'string', format: 'quantity' } },
        volumes: {
          type: 'array',
          items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
        },
        protocol: { type: 'string', default: 'TCP' },
        name: { type: 'string' },
      },
    })
  })

  it('that is not there is said so, or a typo makes an empty schema that takes everything', () => {
    expect(() => readOpenApi(folder.path, ['apps/v1 Deployments'])).toThrow('no apps/v1 Deployments')
  })
})
