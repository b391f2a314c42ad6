import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import {
  api,
  astray,
  gateway,
  internet,
  neighbour,
  packet,
  pod,
  policiesOf,
  service,
  stranger,
  type Walks,
} from './packets.ts'

const ports = (visibility: string): JsonObject => ({
  ports: [
    { name: 'http', port: 8080, visibility },
    { name: 'admin', port: 9090, visibility: 'Private' },
  ],
})
const ingress = { ingress: [{ name: 'web', domain: 'api.company.example' }] }

describe('who gets in', () => {
  it.each<[string, JsonObject, Walks]>([
    [
      'to a Private port is nobody',
      ports('Private'),
      [
        ['a neighbour', packet(neighbour, api), false],
        ['a stranger', packet(stranger, api), false],
        ['the gateway', packet(gateway, api), false],
        ['the internet', packet(internet, api), false],
      ],
    ],
    [
      'to a Team port is the namespace, and nobody else',
      ports('Team'),
      [
        ['a neighbour', packet(neighbour, api), true],
        ['a neighbour at another port', packet(neighbour, api, 9090), false],
        ['a stranger', packet(stranger, api), false],
        ['the gateway', packet(gateway, api), false],
      ],
    ],
    [
      'to an Internal port is the cluster',
      ports('Internal'),
      [
        ['a neighbour', packet(neighbour, api), true],
        ['a stranger', packet(stranger, api), true],
        ['the gateway', packet(gateway, api), true],
        ['the internet', packet(internet, api), false],
      ],
    ],
    [
      'to a Private port with an ingress is the gateway, and nobody else',
      { ...ports('Private'), networking: ingress },
      [
        ['the gateway', packet(gateway, api), true],
        ['the gateway at a port without an ingress', packet(gateway, api, 9090), false],
        ['the gateway by UDP', packet(gateway, api, 8080, 'UDP'), false],
        [
          'a pod that only says that it is the gateway',
          packet(pod('blog', { 'app.kubernetes.io/name': 'envoy' }), api),
          false,
        ],
        ['the namespace of the Gateway itself, where no proxy runs', packet(pod('gateways'), api), false],
        ['a neighbour', packet(neighbour, api), false],
        ['the internet past the gateway', packet(internet, api), false],
      ],
    ],
    [
      'by name is who is named, from where and to which port',
      {
        ...ports('Private'),
        networking: { allowFrom: [{ name: 'cart', namespace: 'blog', portName: 'admin' }] },
      },
      [
        ['who is named', packet(stranger, api, 9090), true],
        ['who is named at another port', packet(stranger, api), false],
        ['one of the name from elsewhere', packet(neighbour, api, 9090), false],
        ['another of there', packet(service('mail', 'blog'), api, 9090), false],
      ],
    ],
  ])('%s', async (_, spec, walks) => {
    const { policies } = await policiesOf({ spec })
    expect(astray(policies, walks)).toEqual([])
  })

  it('with an environment: its pods reach each other, and the gateway only what an ingress or the environment opens', async () => {
    const spec = { ...ports('Private'), networking: ingress }
    const strict = await policiesOf({ spec, environment: { isolation: 'Strict', domain: 'company.example' } })
    expect(
      astray(strict.policies, [
        ['the gateway', packet(gateway, api), true],
        ['the gateway at another port', packet(gateway, api, 9090), false],
        ['a neighbour', packet(neighbour, api), false],
      ]),
    ).toEqual([])
    const open = await policiesOf({ spec, environment: { domain: 'company.example' } })
    expect(
      astray(open.policies, [
        ['a neighbour', packet(neighbour, api, 9090), true],
        ['a stranger', packet(stranger, api), false],
      ]),
    ).toEqual([])
  })
})
