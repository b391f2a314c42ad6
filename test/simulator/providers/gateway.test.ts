import { describe, expect, it } from 'vitest'
import { canonical } from '../../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { whenAttached, whenEnforced, whenListening } from '../../../functions/kinds/service/traffic/readiness.ts'
import type { Fault } from '../../../simulator/providers/actor.ts'
import { secret } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const gatewayApi = 'gateway.networking.k8s.io/v1'
const parent = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public', namespace: 'gateways' }

const route: JsonObject = {
  apiVersion: gatewayApi,
  kind: 'HTTPRoute',
  metadata: { name: 'web' },
  spec: { parentRefs: [parent], hostnames: ['a.example'] },
}
const policy: JsonObject = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'SecurityPolicy',
  metadata: { name: 'web' },
  spec: { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'web' }] },
}
const listeners = (name: string): JsonObject => ({
  apiVersion: gatewayApi,
  kind: 'ListenerSet',
  metadata: { name },
  spec: {
    parentRef: parent,
    listeners: [
      {
        name: 'web',
        hostname: 'a.example',
        port: 443,
        protocol: 'HTTPS',
        tls: { certificateRefs: [{ name: 'certificate' }] },
      },
    ],
  },
})
const certificate = { ...secret({ 'tls.crt': 'YQ==' }), metadata: { name: 'certificate' } }

describe('the fake gateway', () => {
  it('accepts routes and policies, once, or a service is never reached', () => {
    const { plane, apply, get } = cloud()
    const [web, access] = [apply(route), apply(policy)]
    plane.finish()
    expect(whenAttached(get(web) ?? {})).toEqual({ ready: true })
    expect(whenEnforced(get(access) ?? {})).toEqual({ ready: true })
    expect(plane.pending()).toEqual([])
  })

  it('writes nothing more when the API server gives back its fields sorted, or it would write for ever', () => {
    const { plane, apply, get } = cloud()
    const web = apply(route)
    plane.finish()
    const status = get(web)?.['status']
    plane.api.update({ ...get(web), status: JSON.parse(canonical(status)) as JsonObject }, 'sorted')
    expect(JSON.stringify(get(web)?.['status'])).toBe(canonical(status))
    expect(plane.pending()).toEqual([])
  })

  it('says of a change that it has seen it, or a changed route is never ready again', () => {
    const { plane, apply, get } = cloud()
    const web = apply(route)
    plane.finish()
    apply({ ...route, spec: { parentRefs: [parent], hostnames: ['b.example'] } })
    expect(whenAttached(get(web) ?? {}).ready).toBe(false)
    plane.finish()
    expect(whenAttached(get(web) ?? {})).toEqual({ ready: true })
  })

  it('says why it takes no route, while a fault lasts', () => {
    const faults: Fault[] = [{ kind: 'HTTPRoute', times: Infinity, message: 'not allowed here' }]
    const { plane, apply, get } = cloud({ faults })
    const web = apply(route)
    plane.finish()
    expect(whenAttached(get(web) ?? {})).toEqual({ ready: false, message: 'not allowed here' })
    faults.pop()
    plane.finish()
    expect(whenAttached(get(web) ?? {})).toEqual({ ready: true })
  })

  it('listens only with a certificate, and for a domain only once', () => {
    const { plane, apply, get } = cloud()
    const first = apply(listeners('first'))
    plane.finish()
    expect(whenListening(get(first) ?? {}).message).toMatch(/^web: Secret .*certificate does not exist\.$/)
    apply(certificate)
    plane.finish()
    expect(whenListening(get(first) ?? {})).toEqual({ ready: true })
    plane.advance(60)
    const second = apply(listeners('second'))
    plane.finish()
    expect(whenListening(get(second) ?? {}).message).toBe(
      'web: All listeners for a given port must have a unique hostname',
    )
    expect(whenListening(get(first) ?? {})).toEqual({ ready: true })
  })

  it('leaves alone what is being deleted, or simulated time never stops', () => {
    const { plane, apply } = cloud()
    const ref = apply({ ...route, metadata: { name: 'web', finalizers: ['example.org/hold'] } })
    plane.api.delete(ref)
    expect(plane.pending()).toEqual([])
  })
})
