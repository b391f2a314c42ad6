import type { KeyOf, KeyTable } from '../../runtime/keys.ts'

/**
 * Every key that an XEnvironment has ever composed. Frozen: a key is never renamed and never reused for another kind.
 * test/upgrade/ holds each released one.
 */
export const keys = {
  namespace: 'stateful',
  quota: 'stateless',
  'limit-range': 'stateless',
  'service-account': 'stateless',
  // A binding's role can't change in place: the role is part of the key.
  'access-*': 'stateless',
  'default-deny': 'stateless',
  'allow-dns': 'stateless',
  'allow-environment': 'stateless',
  'allow-ingress': 'stateless',
  'allow-api-server': 'stateless',
  'allow-collector': 'stateless',
  'allow-seeds': 'stateless',
  'egress-*': 'stateless',
  'database-*': 'stateful',
  // A service may hold databases and volumes.
  'service-*': 'stateful',
  // A Job is one for its image and command: they are part of the key.
  'seed-*': 'stateless',
  'order-*': 'stateless',
  protection: 'stateless',
} as const satisfies KeyTable

export type EnvironmentKey = KeyOf<typeof keys>
