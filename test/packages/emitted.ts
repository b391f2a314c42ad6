import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim, platform as platformOf, serviceClaim } from '../harness/claims.ts'
import { example, examplePlatform, exampleNames } from '../harness/files.ts'
import { convergeClaim } from '../harness/plane.ts'
import { cloudsOfClusters, platformOfClusterOn } from '../harness/services.ts'

interface Emitted {
  /** `<apiVersion> <Kind>` of everything that was ever desired. */
  readonly composed: ReadonlySet<string>
  /** The same of everything that was asked for. */
  readonly required: ReadonlySet<string>
}

/** What no example has: a database in the open. */
const open = databaseClaim({
  network: { exposure: 'Public', allowedCidrs: [{ name: 'office', cidr: '198.51.100.0/28' }] },
})

/** Nor one that is stopped. Where a provider can't, its refusal asks for nothing. */
const stopped = databaseClaim({ state: 'Stopped' })

/** What no example of a service has: gRPC, and a platform without a gateway. */
const reached = (appProtocol: string) =>
  serviceClaim({
    ports: [{ name: 'http', port: 8080, appProtocol }],
    networking: { ingress: [{ name: 'web', domain: 'web.company.example' }] },
  })

const withoutGateway = platformOf({
  providers: {
    kubernetes: {
      network: { ingressNamespace: 'ingress' },
      ingress: { api: 'Ingress', certificates: 'Shared' },
    },
  },
  policy: { exposures: ['Public'], domains: ['company.example'] },
})

/** The platform of the examples without what it does not have to know: what it shares is made for each claim then. */
const leanPlatform = (): JsonObject => {
  const full = examplePlatform()
  const providers = objectAt(full, 'spec', 'providers')
  const azure = objectAt(providers, 'azure')
  const regions = (azure['regions'] as JsonObject[]).map(region => {
    const { privateDnsZoneId: _, ...network } = objectAt(region, 'network')
    return { ...region, network }
  })
  const spec = { ...objectAt(full, 'spec'), providers: { ...providers, azure: { ...azure, regions }, kubernetes: {} } }
  return { ...full, spec }
}

/** All that the function asks of Crossplane on a provider, from the first call to readiness, in the simulator. */
export const emittedOn = (provider: string): Promise<Emitted> =>
  emittedBy(
    [
      ...exampleNames('database').map(name => ({ claim: example('database', name), platform: examplePlatform() })),
      { claim: open, platform: examplePlatform() },
      { claim: stopped, platform: examplePlatform() },
      { claim: example('database', 'minimal'), platform: leanPlatform() },
      ...cloudsOfClusters
        .filter(cloud => cloud === provider)
        .map(cloud => ({ claim: example('service', 'cloud-identity'), platform: platformOfClusterOn(cloud) })),
    ],
    provider,
  )

/** The same of environments and services; what their databases ask for is theirs. */
export const emittedAnywhere = (): Promise<Emitted> =>
  emittedBy([
    ...['environment', 'service'].flatMap(kind =>
      exampleNames(kind)
        .filter(name => name !== 'cloud-identity')
        .map(name => ({ claim: example(kind, name), platform: examplePlatform() })),
    ),
    { claim: reached('GRPC'), platform: examplePlatform() },
    { claim: reached('HTTP'), platform: withoutGateway },
  ])

interface Scene {
  readonly claim: JsonObject
  readonly platform: JsonObject
}

const emittedBy = async (scenes: readonly Scene[], provider?: string): Promise<Emitted> => {
  const [composed, required] = [new Set<string>(), new Set<string>(['platform.roadbed.dev/v1alpha1 XPlatform'])]
  for (const { claim, platform } of scenes) {
    const { calls } = await convergeClaim(claim, { platform, ...(provider !== undefined && { provider }) })
    for (const { request, response } of calls) {
      if (textAt(request.observed?.composite?.resource ?? {}, 'kind') !== claim['kind']) continue
      for (const { resource } of Object.values(response.desired?.resources ?? {})) {
        composed.add(`${String(resource?.['apiVersion'])} ${String(resource?.['kind'])}`)
      }
      for (const { apiVersion, kind } of Object.values(response.requirements?.resources ?? {})) {
        required.add(`${apiVersion} ${kind}`)
      }
    }
  }
  return { composed, required }
}
