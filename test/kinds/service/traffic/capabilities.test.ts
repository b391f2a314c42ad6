import { expect, it } from 'vitest'
import { offers, type Offer } from '../../../../functions/kinds/service/traffic/capabilities.ts'
import { carriers } from '../../../../functions/settings/ingress.ts'

const all: readonly Offer[] = Object.values(offers)

it('says of every carrier what it honours, or a claim could not be judged', () => {
  for (const { title, offered } of all)
    expect([title, Object.keys(offered).toSorted()]).toEqual([title, [...carriers].toSorted()])
})

it('promises of a carrier that nobody named no more than of every one that is named', () => {
  const named = { GatewayAPI: ['EnvoyGateway', 'Istio', 'NGINXGatewayFabric'], Ingress: ['IngressNginx'] } as const
  for (const { title, offered } of all)
    for (const [any, those] of [
      ['GatewayAPI', named.GatewayAPI],
      ['Ingress', named.Ingress],
    ] as const)
      for (const one of those)
        expect([title, one, offered[any].filter(value => !offered[one].includes(value))]).toEqual([title, one, []])
})

it('deviates only where it honours something', () => {
  for (const { offered, deviates = {} } of all)
    for (const carrier of carriers) expect(deviates[carrier] === undefined || offered[carrier].length > 0).toBe(true)
})

it('tells the key of passwords wherever passwords are asked', () => {
  for (const carrier of carriers) {
    const modes: readonly string[] = offers.auth.offered[carrier]
    expect(modes.includes('Basic')).toBe(offers.passwords.offered[carrier].length > 0)
  }
})
