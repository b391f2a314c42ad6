import { apiVersion } from '../../apis/group.ts'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { databaseClaim } from './claims.ts'
import { examplePlatform } from './files.ts'
import { bed } from './plane.ts'

type Options = Parameters<typeof bed>[0]

/** What a service names and does not make: databases that it only uses, and Secrets of its namespace. */
export const neighbours = (service: JsonObject): readonly JsonObject[] => {
  const namespace = textAt(service, 'metadata', 'namespace') ?? ''
  const spec = objectAt(service, 'spec')
  const databases = listAt(spec, 'databases').flatMap(database => textAt(database, 'ref', 'name') ?? [])
  const containers = listAt(spec, 'additionalContainers')
  const named = [
    ...listAt(spec, 'env'),
    ...listAt(spec, 'files'),
    ...containers.flatMap(container => listAt(container, 'env')),
  ].filter(isObject)
  const ingress = listAt(spec, 'networking', 'ingress')
  const secrets = [
    ...named.flatMap(({ secretKeyRef }) => textAt(secretKeyRef, 'name') ?? []),
    ...ingress.flatMap(one => textAt(one, 'tls', 'secretName') ?? []),
  ]
  const brokers = listAt(spec, 'scaling', 'metrics').flatMap(metric => {
    const [name, key] = ['secretName', 'key'].map(field => textAt(metric, 'queue', 'connection', field))
    return name === undefined || key === undefined ? [] : [{ name, data: { [key]: btoa('amqp://rabbit') } }]
  })
  const configMaps = named.flatMap(({ configMapKeyRef }) => textAt(configMapKeyRef, 'name') ?? [])
  return [
    ...databases.map(name => databaseClaim({}, { name, namespace })),
    ...[...secrets.map(name => ({ name, data: {} })), ...brokers].map(({ name, data }) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      type: 'Opaque',
      data,
    })),
    ...configMaps.map(name => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: {} })),
  ]
}

/** A control plane with a service in it, and with whatever it names. */
export const serviceBed = async (service: JsonObject, options: Options = {}) => {
  const made = bed(options)
  for (const object of neighbours(service)) {
    if (object['apiVersion'] === apiVersion) await made.converge(made.claim(object))
    else made.plane.api.update(object, 'somebody')
  }
  return { ...made, ref: made.claim(service) }
}

/** The same, until it is ready. */
export const convergeService = async (service: JsonObject, options: Options = {}) => {
  const made = await serviceBed(service, options)
  return { ...made, convergence: await made.converge(made.ref) }
}

type Plane = Awaited<ReturnType<typeof serviceBed>>['plane']

/** The Deployment of `serviceClaim`. */
export const deploymentIn = (plane: Plane): JsonObject | undefined =>
  plane.api.get({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'api', namespace: 'team-a' })

/** What a service's condition says of its rollout. */
export const rolledOut = (composite: JsonObject | undefined): JsonObject | undefined =>
  conditionsOf(composite ?? {}).find(({ type }) => type === 'RolledOut')

const clusters = {
  AWS: { aws: { name: 'acme', region: 'eu-west-1' } },
  GCP: { gcp: { workloadPool: 'acme-data.svc.id.goog' } },
  Azure: { azure: { oidcIssuerUrl: 'https://oidc.example.com/acme/', location: 'westeurope' } },
} as const

export const cloudsOfClusters = ['AWS', 'GCP', 'Azure'] as const

/** The platform of the examples, whose cluster runs on a cloud. */
export const platformOfClusterOn = (cloud: keyof typeof clusters): JsonObject => {
  const full = examplePlatform()
  const spec = objectAt(full, 'spec')
  const providers = Object.fromEntries(
    Object.entries(objectAt(spec, 'providers')).map(([name, facts]) => {
      const { cluster: _elsewhere, ...others } = objectAt({ facts }, 'facts')
      const cluster = (clusters[cloud] as Readonly<Record<string, JsonObject>>)[name]
      return [name, { ...others, ...(cluster && { cluster }) }]
    }),
  )
  return { ...full, spec: { ...spec, providers } }
}
