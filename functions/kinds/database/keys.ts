import type { KeyOf, KeyTable } from '../../runtime/keys.ts'

/**
 * Every key that an XDatabase has ever composed, on any provider. Frozen: a key is never renamed and never reused for
 * another kind. test/upgrade/ holds each released one.
 */
export const keys = {
  // every provider
  connection: 'stateful',
  protection: 'stateless',
  'environment-protection': 'stateless',
  'database-*': 'stateful',
  // AWS
  'subnet-group': 'stateless',
  'security-group': 'stateless',
  'ingress-*': 'stateless',
  'clients-*': 'stateless',
  'parameter-group-*': 'stateless',
  instance: 'stateful',
  'instance-state': 'stateless',
  'sql-provider-config': 'stateless',
  // GCP; instance as above
  password: 'stateful',
  user: 'stateful',
  // Azure
  'dns-zone': 'stateful',
  'dns-link': 'stateless',
  server: 'stateful',
  tls: 'stateless',
  'firewall-*': 'stateless',
  // Kubernetes
  'object-store': 'stateless',
  'restore-store': 'stateless',
  cluster: 'stateful',
  'network-policy': 'stateless',
  'scheduled-backup': 'stateless',
} as const satisfies KeyTable

export type DatabaseKey = KeyOf<typeof keys>
