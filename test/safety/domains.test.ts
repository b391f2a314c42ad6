import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'
import type { ObjectRef } from '../../simulator/api/object.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import type { Fault } from '../../simulator/providers/actor.ts'
import { environmentClaim, platform, serviceClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'

const domain = 'api.company.example'

const web = (name: string, namespace: string, change: JsonObject = {}) =>
  serviceClaim({ networking: { ingress: [{ name: 'web', domain, ...change }] } }, { name, namespace })

const said = (composite: JsonObject | undefined, type: string) =>
  conditionsOf(composite ?? {}).find(condition => condition['type'] === type)?.['message']

/** Where all services are behind one certificate. */
const shared = platform({
  providers: {
    kubernetes: {
      ingress: { api: 'GatewayAPI', gateway: { name: 'public', namespace: 'gateways' }, certificates: 'Shared' },
    },
  },
  policy: { exposures: ['Public'], domains: ['company.example'] },
})

type Bed = ReturnType<typeof bed>

const routing = new Set(['HTTPRoute', 'ListenerSet', 'Certificate'])

/** The domains that a service is reached by. */
const domainsOf = ({ plane }: Bed, { name, namespace }: ObjectRef) =>
  plane.api.list().flatMap(object => {
    const isOf =
      routing.has(textAt(object, 'kind') ?? '') &&
      textAt(object, 'metadata', 'namespace') === namespace &&
      textAt(object, 'metadata', 'labels', 'app.kubernetes.io/instance') === name
    if (!isOf) return []
    const hosts = listAt(object, 'spec', 'listeners').flatMap(listener => textAt(listener, 'hostname') ?? [])
    return [...listAt(object, 'spec', 'hostnames'), ...listAt(object, 'spec', 'dnsNames'), ...hosts]
  })

describe('a domain that another service has', () => {
  it('is refused whatever the path, where each service has its own certificate, and what is there stays', async () => {
    const made = bed()
    const [first, second] = [made.claim(web('shop', 'team-a')), made.claim(web('thief', 'team-b', { path: '/login' }))]
    expect((await made.converge(first)).outcome).toBe('ready')
    const { outcome, composite } = await made.converge(second)
    expect(outcome).toBe('refused')
    expect(said(composite, 'Configured')).toContain(
      'spec.networking.ingress[web].domain: api.company.example/login is taken by XService shop in namespace team-a: use another domain: each has one certificate, and so one service [DomainTaken]',
    )
    expect(domainsOf(made, second)).toEqual([])
    expect((await made.converge(first)).outcome).toBe('ready')
  })

  it('is refused to a service of another namespace, whatever its path, where the gateway has one certificate for all', async () => {
    const made = bed({ platform: shared })
    await made.converge(made.claim(web('shop', 'team-a')))
    const { composite } = await made.converge(made.claim(web('thief', 'team-b', { path: '/login' })))
    expect(said(composite, 'Configured')).toContain(
      'spec.networking.ingress[web].domain: api.company.example/login is taken by XService shop in namespace team-a: use another domain, or have the platform team name it in networking.allowedDomains of XEnvironment team-b [DomainTaken]',
    )
  })

  it('is refused there to a service of the same namespace for the same path only', async () => {
    const made = bed({ platform: shared })
    await made.converge(made.claim(web('shop', 'team-a')))
    const same = await made.converge(made.claim(web('again', 'team-a')))
    expect(said(same.composite, 'Configured')).toContain(
      'spec.networking.ingress[web].path: api.company.example/ is taken by XService shop in namespace team-a: use another domain or path [DomainTaken]',
    )
    expect((await made.converge(made.claim(web('cart', 'team-a', { path: '/cart' })))).outcome).toBe('ready')
  })

  it('may be shared there where the platform team names just that domain for the environment', async () => {
    const made = bed({ platform: shared })
    await made.converge(made.claim(web('shop', 'team-a')))
    await made.converge(made.claim(environmentClaim({ networking: { allowedDomains: [domain] } }, { name: 'team-b' })))
    const second = made.claim(web('cart', 'team-b', { path: '/cart' }))
    expect((await made.converge(second)).outcome).toBe('ready')
    const third = await made.converge(made.claim(web('all', 'team-b')))
    expect(said(third.composite, 'Configured')).toContain('[DomainTaken]')
  })

  it('is had as soon as its owner gives it up', async () => {
    const made = bed()
    const [first, second] = [made.claim(web('shop', 'team-a')), made.claim(web('next', 'team-b'))]
    await made.converge(first)
    expect((await made.converge(second)).outcome).toBe('refused')
    made.claim(serviceClaim({}, { name: 'shop', namespace: 'team-a' }))
    await made.converge(first)
    expect((await made.converge(second)).outcome).toBe('ready')
    expect(new Set(domainsOf(made, second))).toEqual(new Set([domain]))
  })

  it('of two that came at once is the older’s: the other takes nothing away, is not ready, and says who has it', async () => {
    let blind = true
    const made = bed({
      platform: shared,
      // As if neither had been there yet when the other was asked for.
      tamper: request =>
        blind && request.requiredResources['domain-web']
          ? { ...request, requiredResources: { ...request.requiredResources, 'domain-web': { items: [] } } }
          : request,
    })
    const [first, second] = [made.claim(web('shop', 'team-a')), made.claim(web('other', 'team-a'))]
    await made.converge(first)
    await made.converge(second)
    blind = false
    const { outcome, composite } = await made.converge(second)
    expect(outcome).not.toBe('ready')
    expect(said(composite, 'Provisioned')).toContain(
      'route-web: api.company.example/ is taken by XService shop in namespace team-a, who had it first',
    )
    expect((await made.converge(first)).outcome).toBe('ready')
  })
})

describe('the domain of a service', () => {
  it('is made from its environment’s where it names none', async () => {
    const made = bed()
    const networking = { domain: 'shop.company.example' }
    await made.converge(made.claim(environmentClaim({ networking }, { name: 'shop' })))
    const ref = made.claim(serviceClaim({ networking: { ingress: [{ name: 'web' }] } }, { namespace: 'shop' }))
    const { outcome, composite } = await made.converge(ref)
    expect(outcome).toBe('ready')
    expect(textAt(composite, 'status', 'url')).toBe('https://api.shop.company.example/')
    expect(new Set(domainsOf(made, ref))).toEqual(new Set(['api.shop.company.example']))
  })

  it('outside of its environment’s is refused, also where the platform would allow it', async () => {
    const made = bed()
    const networking = { domain: 'shop.company.example' }
    await made.converge(made.claim(environmentClaim({ networking }, { name: 'shop' })))
    const { composite } = await made.converge(made.claim(web('api', 'shop')))
    expect(said(composite, 'Configured')).toContain(
      'api.company.example is not below shop.company.example, as XEnvironment shop asks for [DomainNotAllowed]',
    )
  })

  it('stays as it is when the environment is not fetched for one pass, or a service loses its address for a moment', async () => {
    let missing = false
    const made = bed({
      tamper: request => {
        const { environment: _gone, ...others } = request.requiredResources
        return missing ? { ...request, requiredResources: others } : request
      },
    })
    const networking = { domain: 'shop.company.example' }
    await made.converge(made.claim(environmentClaim({ networking }, { name: 'shop' })))
    const ref = made.claim(serviceClaim({ networking: { ingress: [{ name: 'web' }] } }, { namespace: 'shop' }))
    const { composite } = await made.converge(ref)
    const [before, url] = [domainsOf(made, ref), textAt(composite, 'status', 'url')]
    missing = true
    const pass = await made.plane.reconcile(ref)
    expect(pass.deleted).toEqual([])
    expect([domainsOf(made, ref), textAt(made.plane.api.get(ref), 'status', 'url')]).toEqual([before, url])
  })
})

describe('what the gateway says', () => {
  it.each([
    ['HTTPRoute', 'route-web: no listener of Gateway gateways/public allows this namespace'],
    ['Certificate', 'certificate-web: the authority has refused the domain'],
    ['SecurityPolicy', 'access-web: the issuer does not answer'],
  ])('of a %s is told in its words, and the service is not ready', async (kind, told) => {
    const [, message = ''] = told.split(': ')
    const faults: Fault[] = [{ kind, times: Infinity, message }]
    const made = bed({ faults })
    const auth = { mode: 'JWT', audiences: ['shop'] }
    const { outcome, composite } = await made.converge(made.claim(web('shop', 'team-a', { auth })))
    expect(outcome).not.toBe('ready')
    expect(said(composite, 'Provisioned')).toContain(told)
  })
})

it('a route that asks who comes is made after what asks, or for a moment nobody would be asked', async () => {
  const made = bed()
  const order: unknown[] = []
  made.plane.api.watch(({ type, object }) => {
    if (type === 'ADDED' && ['HTTPRoute', 'SecurityPolicy'].includes(textAt(object, 'kind') ?? ''))
      order.push(textAt(object, 'metadata', 'labels', 'app.kubernetes.io/component'))
  })
  const auth = { mode: 'JWT', audiences: ['shop'] }
  await made.converge(made.claim(web('shop', 'team-a', { auth, tls: { redirect: 'Disabled' } })))
  expect(order).toEqual(['access-web', 'route-web'])
})
