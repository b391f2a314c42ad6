import { expect, it } from 'vitest'
import { networkPolicy } from '../../../../functions/kinds/database/kubernetes/network-policy.ts'
import { database, kubernetesDatabase, name, sent } from '../../fixtures.ts'

const instances = { matchLabels: { 'cnpg.io/cluster': name('cluster') } }
const postgres = { protocol: 'TCP', port: 5432 }
const status = { protocol: 'TCP', port: 8000 }
const namespace = (of: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': of } })

const { network } = database()

const clients = (change: Partial<typeof network>) => {
  const { ingress } = sent(networkPolicy(kubernetesDatabase({ db: { network: { ...network, ...change } } })), 'spec')
  return Array.isArray(ingress) ? (ingress[0] as unknown) : ingress
}

it('closes the database to all but its namespace, its own instances and its operator', () => {
  const operators = { postgres: { name: 'CloudNativePG', namespace: 'operators' } } as const
  expect(sent(networkPolicy(kubernetesDatabase({ place: { operators } })), 'spec')).toEqual({
    podSelector: instances,
    policyTypes: ['Ingress'],
    ingress: [
      { from: [{ podSelector: {} }], ports: [postgres] },
      { from: [{ podSelector: instances }], ports: [postgres, status] },
      { from: [{ namespaceSelector: namespace('operators') }], ports: [postgres, status] },
    ],
  })
})

it('opens it to the services that the claim names and to no other, or a neighbour reads the data', () => {
  const services = [
    { name: 'shop', namespace: 'team-a' },
    { name: 'reports', namespace: 'team-b' },
  ]
  expect(clients({ services })).toEqual({
    from: [
      {
        namespaceSelector: namespace('team-a'),
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'shop' } },
      },
      {
        namespaceSelector: namespace('team-b'),
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'reports' } },
      },
    ],
    ports: [postgres],
  })
})

it('opens it to the claim’s ranges besides the services', () => {
  expect(clients({ cidrs: [{ name: 'office', cidr: '10.1.0.0/16' }] })).toEqual({
    from: [{ podSelector: {} }, { ipBlock: { cidr: '10.1.0.0/16' } }],
    ports: [postgres],
  })
})
