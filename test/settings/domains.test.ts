import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domain as schema } from '../../apis/blocks/values.ts'
import { defaultDomain, domainRefusals, isBelow, isShared } from '../../functions/settings/domains.ts'
import { shapeOf } from '../../functions/settings/shape.ts'
import type { NetworkAround } from '../../functions/settings/network-around.ts'

const network = (change: Partial<NetworkAround> = {}): NetworkAround => ({
  environment: 'shop',
  domain: undefined,
  allowedDomains: [],
  egress: 'Open',
  allow: [],
  ...change,
})

const refusalsFor = (domain: string, around: Partial<NetworkAround>, domains?: readonly string[]) =>
  domainRefusals(domain, 'spec', network(around), domains ? { policy: { domains: [...domains] } } : {}).map(
    ({ code, message }) => `${code}: ${message}`,
  )

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,8}[a-z0-9])?$/)
const name = fc.array(label, { minLength: 2, maxLength: 5 }).map(labels => labels.join('.'))

describe('a domain', () => {
  it('is below itself and below what its last labels are, and below nothing else', () => {
    fc.assert(
      fc.property(name, name, (domain, parent) => {
        const [labels, last] = [domain.split('.'), parent.split('.')]
        const ends = labels.slice(-last.length).join('.') === parent && labels.length >= last.length
        expect(isBelow(domain, parent)).toBe(ends)
      }),
    )
  })

  it('below another stays so with whatever is put before it as labels, and never with what is put before it as letters', () => {
    fc.assert(
      fc.property(name, label, (parent, more) => {
        expect(isBelow(`${more}.${parent}`, parent)).toBe(true)
        expect(isBelow(`${more}${parent}`, parent)).toBe(false)
        expect(isBelow(`${more}-${parent}`, parent)).toBe(false)
        expect(isBelow(`${parent}.${more}`, parent)).toBe(
          parent.endsWith(`.${more}`) && isBelow(`${parent}.${more}`, parent),
        )
      }),
    )
  })

  const shape = shapeOf(schema({ description: 'A domain.' }), 'InvalidClaim')

  it.each([
    'API.company.example',
    'api.company.example.',
    '.company.example',
    '*.company.example',
    'api..company.example',
    'api.company.example/evil',
    'api.company.example:443',
    'api.company.example evil.test',
    'api.company.example\n',
    'аpi.company.example',
    'münchen.company.example',
    '-a.company.example',
    'a-.company.example',
    'a_b.company.example',
    `${'a'.repeat(64)}.company.example`,
    `${'a.'.repeat(130)}company.example`,
    'localhost',
    '',
  ])('that is written as %j is none, or it would be compared in one spelling and served in another', text => {
    expect(shape(text, 'spec').ok).toBe(false)
  })

  it.each(['api.company.example', 'xn--mnchen-3ya.company.example', '1.company.example', `${'a'.repeat(63)}.example`])(
    'may be written as %s',
    text => {
      expect(shape(text, 'spec').ok).toBe(true)
    },
  )
})

describe('the domains that a service may use', () => {
  it('are none where nobody says which', () => {
    expect(refusalsFor('api.company.example', {})).toEqual([
      'DomainNotAllowed: nobody says which domains may be used here: ask the platform team for api.company.example',
    ])
  })

  it('are below those of the platform, where the environment says nothing', () => {
    expect(refusalsFor('api.company.example', {}, ['company.example'])).toEqual([])
    expect(refusalsFor('company.example', {}, ['company.example'])).toEqual([])
    expect(refusalsFor('evil-company.example', {}, ['company.example'])).toEqual([
      'DomainNotAllowed: evil-company.example is not below company.example, as XPlatform default asks for',
    ])
    expect(refusalsFor('company.example.evil.test', {}, ['company.example'])).toHaveLength(1)
    expect(refusalsFor('api.company.example', {}, [])).toEqual([
      'DomainNotAllowed: api.company.example is not below any domain, as XPlatform default asks for',
    ])
  })

  it('are below the environment’s own, where it has any, and never beyond the platform’s', () => {
    const own = { domain: 'shop.company.example', allowedDomains: ['shop.example'] }
    expect(refusalsFor('a.shop.company.example', own)).toEqual([])
    expect(refusalsFor('shop.example', own)).toEqual([])
    expect(refusalsFor('a.blog.company.example', own, ['company.example'])).toEqual([
      'DomainNotAllowed: a.blog.company.example is not below shop.company.example, shop.example, as XEnvironment shop asks for',
    ])
    expect(refusalsFor('shop.example', own, ['company.example'])).toEqual([
      'DomainNotAllowed: shop.example is not below company.example, as XPlatform default asks for',
    ])
  })

  it('are allowed only by all who say anything, whatever they say', () => {
    const lists = fc.array(name, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(name, lists, lists, (domain, environment, platform) => {
        const allowed = [environment, platform].every(list => list.some(parent => isBelow(domain, parent)))
        expect(refusalsFor(domain, { allowedDomains: environment }, platform).length === 0).toBe(allowed)
      }),
    )
  })
})

it('a service that names no domain gets one below its environment’s', () => {
  expect(defaultDomain('api', network({ domain: 'shop.company.example' }))).toBe('api.shop.company.example')
  expect(defaultDomain('api', network())).toBeUndefined()
})

it('a domain is shared only when the platform team names just that for the environment', () => {
  const around = network({ domain: 'shop.example', allowedDomains: ['company.example'] })
  expect(isShared('company.example', around)).toBe(true)
  expect(isShared('api.company.example', around)).toBe(false)
  expect(isShared('shop.example', around)).toBe(false)
})
