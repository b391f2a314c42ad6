import { expect } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { environmentClaim, serviceClaim } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { passes, type Endpoint, type Packet } from '../../harness/network-policies.ts'
import { serviceBed } from '../../harness/services.ts'

interface World {
  readonly spec?: JsonObject
  /** Of the XEnvironment of the service's namespace; `undefined`: there is none. */
  readonly environment?: JsonObject
  readonly platform?: JsonObject
}

/** The example platform with databases in the cluster. */
export const inCluster = {
  ...examplePlatform(),
  spec: { ...(examplePlatform()['spec'] as JsonObject), defaultPlacement: { provider: 'Kubernetes' } },
}

/** The service `shop/api` until it is ready, and all policies that there are then. */
export const policiesOf = async ({ spec = {}, environment, platform = inCluster }: World) => {
  const made = await serviceBed(serviceClaim(spec, { namespace: 'shop' }), { platform })
  if (environment) await made.converge(made.claim(environmentClaim({ networking: environment }, { name: 'shop' })))
  const { outcome } = await made.converge(made.ref)
  expect(outcome).toBe('ready')
  const objects = made.plane.api.list()
  return {
    policies: objects.filter(({ kind }) => kind === 'NetworkPolicy'),
    cluster:
      textAt(
        objects.find(({ kind }) => kind === 'Cluster'),
        'metadata',
        'name',
      ) ?? '',
  }
}

export const pod = (namespace: string, labels: Readonly<Record<string, string>> = {}): Endpoint => ({
  address: '10.244.0.9',
  pod: { namespace, labels },
})
export const service = (name: string, namespace = 'shop', component = 'deployment') =>
  pod(namespace, {
    'app.kubernetes.io/name': 'xservice',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/component': component,
  })
export const host = (address: string): Endpoint => ({ address })
export const packet = (
  from: Endpoint,
  target: Endpoint,
  port = 8080,
  protocol: Packet['protocol'] = 'TCP',
): Packet => ({
  from,
  to: target,
  port,
  protocol,
})

/** The service, another one of its namespace, and one of the same name elsewhere. */
export const [api, neighbour, stranger] = [service('api'), service('cart'), service('cart', 'blog')]
export const [gateway, internet] = [pod('envoy-gateway-system'), host('203.0.113.7')]

export type Walks = readonly (readonly [what: string, packet: Packet, gets: boolean])[]

/** Those that do not go as they should. */
export const astray = (policies: readonly JsonObject[], walks: Walks): readonly string[] =>
  walks.flatMap(([what, sent, gets]) =>
    passes(policies, sent) === gets ? [] : [`${what}: ${gets ? 'stopped' : 'let through'}`],
  )
