import { expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { environmentOf } from '../../functions/settings/environment.ts'
import { networkAround } from '../../functions/settings/network-around.ts'
import { surroundingsOf } from '../../functions/settings/surroundings.ts'
import { observed } from '../runtime/fixtures.ts'

const network = (environments: readonly JsonObject[] | undefined, platform = {}) => {
  const around = surroundingsOf(observed({ ...(environments && { required: { environment: environments } }) }))
  return around.ok
    ? networkAround(around.value, environmentOf(platform, 'Development'), 'team-a')
    : around.refusals.map(({ code, path }) => `${code} ${path}`)
}
const environment = (networking: JsonObject) => [
  { metadata: { name: 'team-a' }, spec: { type: 'Development', networking } },
]

it('is not known before the environment was fetched: a guess could open a domain', () => {
  expect(network(undefined)).toBeUndefined()
})

it('is open and without any domain where there is no environment, whatever the platform declares for those', () => {
  const restricted = { environmentTypes: [{ name: 'Development', networking: { egress: { mode: 'Restricted' } } }] }
  const open = { environment: undefined, domain: undefined, allowedDomains: [], egress: 'Open', allow: [] }
  expect(network([], restricted)).toEqual(open)
})

it('is what the environment says, then what the platform declares for its type, then what is built in', () => {
  const restricted = { environmentTypes: [{ name: 'Development', networking: { egress: { mode: 'Restricted' } } }] }
  expect(network(environment({ domain: 'shop.example' }))).toMatchObject({
    environment: 'team-a',
    domain: 'shop.example',
    egress: 'Open',
  })
  expect(network(environment({}), restricted)).toMatchObject({ egress: 'Restricted' })
  expect(network(environment({ egress: { mode: 'Open' } }), restricted)).toMatchObject({ egress: 'Open' })
  const allow = [{ name: 'a', cidr: '10.0.0.0/8' }]
  expect(network(environment({ egress: { mode: 'Restricted', allow } }))).toMatchObject({ egress: 'Restricted', allow })
})

it('is refused where its domains are none, whoever has let them through', () => {
  expect(network(environment({ allowedDomains: ['*'] }))).toEqual([
    'InvalidPlatform XEnvironment/team-a spec.networking.allowedDomains[0]',
  ])
})
