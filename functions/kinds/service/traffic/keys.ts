import type { KeyOf, KeyTable } from '../../../runtime/keys.ts'

/** What leads to a service from outside of the cluster. None of it holds data: what is issued stays in its Secret. */
export const trafficKeys = {
  'certificate-*': 'stateless',
  listeners: 'stateless',
  'route-*': 'stateless',
  'grpc-route-*': 'stateless',
  'redirect-*': 'stateless',
  'ingress-*': 'stateless',
  'access-*': 'stateless',
  'limit-*': 'stateless',
} as const satisfies KeyTable

export type TrafficKey = KeyOf<typeof trafficKeys>
