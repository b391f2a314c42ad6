import { expect, it } from 'vitest'
import { gatewayImplementations, ingressImplementations } from '../../apis/platform/ingress.ts'
import { carrierOf, carriers, ingressNamespaceOf } from '../../functions/settings/ingress.ts'

const gateway = { name: 'public', namespace: 'gateways' }

it('the gateway connects from its own namespace, unless the platform says from where', () => {
  const ingress = { api: 'GatewayAPI', gateway } as const
  expect(ingressNamespaceOf({})).toBeUndefined()
  expect(ingressNamespaceOf({ providers: { kubernetes: { ingress } } })).toBe('gateways')
  const network = { ingressNamespace: 'envoy-gateway-system' }
  expect(ingressNamespaceOf({ providers: { kubernetes: { ingress, network } } })).toBe('envoy-gateway-system')
})

it('traffic is carried by what is named, else by whatever speaks the API', () => {
  expect(carrierOf({ api: 'GatewayAPI', gateway })).toBe('GatewayAPI')
  expect(carrierOf({ api: 'GatewayAPI', gateway, implementation: 'Istio' })).toBe('Istio')
  expect(carrierOf({ api: 'Ingress' })).toBe('Ingress')
})

it('every implementation that a platform can name is a carrier, or it would have no capabilities', () => {
  const named = ['GatewayAPI', ...gatewayImplementations, 'Ingress', ...ingressImplementations]
  expect([...carriers]).toEqual(named)
})
