import { describe, expect, it } from 'vitest'
import { at, textAt } from '../../../../functions/runtime/read.ts'
import { serviceClaim } from '../../../harness/claims.ts'
import { convergeService } from '../../../harness/services.ts'
import { composed, gateway, specOf } from './fixtures.ts'

describe('a route', () => {
  it('of any gateway is attached to its listener, whose certificate is the gateway’s', async () => {
    const { objects } = await composed({ api: 'GatewayAPI', gateway })
    expect(Object.keys(objects)).toEqual(['route-web'])
    expect(at(objects['route-web'], 'spec', 'parentRefs')).toEqual([
      {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        name: 'public',
        namespace: 'gateways',
        sectionName: 'https',
      },
    ])
  })

  it('without encryption is attached to the listener for plain HTTP, or nobody would come by it', async () => {
    const { objects } = await composed(
      { api: 'GatewayAPI', gateway, implementation: 'Istio' },
      { tls: { mode: 'Disabled' } },
    )
    expect(Object.keys(objects)).toEqual(['route-web'])
    expect(at(objects['route-web'], 'spec', 'parentRefs')).toMatchObject([{ kind: 'Gateway', sectionName: 'http' }])
  })

  it('of Istio shares the gateway’s certificate, and sends plain HTTP to HTTPS', async () => {
    const { objects } = await composed({ api: 'GatewayAPI', gateway, implementation: 'Istio' })
    expect(Object.keys(objects).toSorted()).toEqual(['redirect-web', 'route-web'])
    expect(at(objects['redirect-web'], 'spec', 'parentRefs')).toMatchObject([{ kind: 'Gateway', sectionName: 'http' }])
  })

  it('is not sent in a circle where the gateway’s listeners are not told apart', async () => {
    const { httpSectionName } = gateway
    const { objects } = await composed({
      api: 'GatewayAPI',
      implementation: 'Istio',
      gateway: { name: 'public', namespace: 'gateways', httpSectionName },
    })
    expect(Object.keys(objects)).toEqual(['route-web'])
  })

  it('is attached to the service’s own listener, with its own certificate of the issuer that it names', async () => {
    const envoy = { api: 'GatewayAPI', gateway, implementation: 'EnvoyGateway' }
    const { objects } = await composed(envoy, { tls: { issuer: 'own', redirect: 'Disabled' } })
    expect(Object.keys(objects).toSorted()).toEqual(['certificate-web', 'listeners', 'route-web'])
    const secretName = at(objects['certificate-web'], 'spec', 'secretName')
    expect(at(objects['certificate-web'], 'spec', 'issuerRef')).toMatchObject({ kind: 'Issuer', name: 'own' })
    expect(at(objects['listeners'], 'spec', 'listeners')).toMatchObject([
      { name: 'web', hostname: 'api.company.example', tls: { certificateRefs: [{ name: secretName }] } },
    ])
    expect(at(objects['route-web'], 'spec', 'parentRefs')).toEqual([
      {
        group: 'gateway.networking.k8s.io',
        kind: 'ListenerSet',
        name: textAt(objects['listeners'], 'metadata', 'name'),
        sectionName: 'web',
      },
    ])
  })

  it('of gRPC is a GRPCRoute, whose policies name it as such', async () => {
    const { objects } = await composed(
      { api: 'GatewayAPI', gateway, implementation: 'EnvoyGateway', certificates: 'Shared' },
      {
        headers: { request: { set: [{ name: 'X-A', value: 'a' }] } },
        rateLimit: { requests: 5, per: 'Hour', by: 'All' },
        tls: { redirect: 'Disabled' },
      },
      { appProtocol: 'GRPC' },
    )
    expect(Object.keys(objects).toSorted()).toEqual(['grpc-route-web', 'limit-web'])
    expect(at(objects['grpc-route-web'], 'spec', 'rules')).toMatchObject([
      { filters: [{ requestHeaderModifier: { set: [{ name: 'X-A', value: 'a' }] } }], backendRefs: [{ port: 8080 }] },
    ])
    expect(specOf(objects['limit-web'])).toEqual({
      targetRefs: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'GRPCRoute',
          name: textAt(objects['grpc-route-web'], 'metadata', 'name'),
        },
      ],
      rateLimit: { type: 'Local', local: { rules: [{ limit: { requests: 5, unit: 'Hour' } }] } },
    })
  })

  it('with a login comes back below its own path, and from nowhere else', async () => {
    const { objects } = await composed(
      { api: 'GatewayAPI', gateway, implementation: 'EnvoyGateway' },
      {
        path: '/shop',
        auth: { mode: 'OIDC', secretName: 'oidc', clientId: 'shop' },
        allowedCidrs: [{ name: 'office', cidr: '198.51.100.0/24' }],
      },
    )
    expect(specOf(objects['access-web'])).toMatchObject({
      oidc: {
        provider: { issuer: 'https://login.example' },
        clientID: 'shop',
        clientSecret: { name: 'oidc' },
        redirectURL: 'https://api.company.example/shop/oauth2/callback',
        logoutPath: '/shop/oauth2/logout',
      },
      authorization: {
        defaultAction: 'Deny',
        rules: [{ name: 'office', action: 'Allow', principal: { clientCIDRs: ['198.51.100.0/24'] } }],
      },
    })
  })
})

it('two ways of one domain have one listener and one certificate', async () => {
  const made = await convergeService(
    serviceClaim({
      networking: {
        ingress: ['/a', '/b'].map(path => ({ name: path.slice(1), domain: 'api.company.example', path })),
      },
    }),
  )
  expect(made.convergence.outcome).toBe('ready')
  const objects = made.plane.api.list()
  expect(objects.filter(({ kind }) => kind === 'Certificate')).toHaveLength(1)
  const listeners = objects.find(({ kind }) => kind === 'ListenerSet')
  expect(at(listeners, 'spec', 'listeners')).toMatchObject([{ name: 'a' }])
  expect(made.convergence.composite).toMatchObject({
    status: {
      url: 'https://api.company.example/a',
      endpoints: [{ name: 'http' }, { name: 'a' }, { name: 'b', url: 'https://api.company.example/b' }],
    },
  })
})
