import { expand } from './expand.ts'
import { namespaceKinds } from './namespace-kinds.ts'
import type { KindSchema } from './structural.ts'

/** The kinds of Kubernetes itself, and of its snapshot controller, that matter to us, with the fields that do. */
export const coreKinds: readonly KindSchema[] = [
  ...namespaceKinds,
  {
    apiVersion: 'v1',
    kind: 'Secret',
    plural: 'secrets',
    scope: 'Namespaced',
    schema: expand({
      apiVersion: 'string',
      kind: 'string',
      metadata: 'object',
      type: 'string',
      immutable: 'boolean',
      data: { '*': { $: 'string', format: 'byte' } },
    }),
  },
  {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    plural: 'volumesnapshots',
    scope: 'Namespaced',
    schema: expand({
      apiVersion: 'string',
      kind: 'string',
      metadata: 'object',
      'spec!': { 'source!': { persistentVolumeClaimName: 'string' }, volumeSnapshotClassName: 'string' },
    }),
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    plural: 'networkpolicies',
    scope: 'Namespaced',
    schema: expand({
      apiVersion: 'string',
      kind: 'string',
      metadata: 'object',
      spec: {
        'podSelector!': selector(),
        policyTypes: [{ $: 'string', enum: ['Ingress', 'Egress'] }],
        ingress: [{ from: [peer()], ports: [port()] }],
        egress: [{ to: [peer()], ports: [port()] }],
      },
    }),
  },
]

function selector() {
  return {
    matchLabels: { '*': 'string' },
    matchExpressions: [{ 'key!': 'string', 'operator!': 'string', values: ['string'] }],
  } as const
}

function peer() {
  return {
    podSelector: selector(),
    namespaceSelector: selector(),
    ipBlock: { 'cidr!': 'string', except: ['string'] },
  } as const
}

function port() {
  return {
    protocol: { $: 'string', enum: ['TCP', 'UDP', 'SCTP'] },
    port: 'int-or-string',
    endPort: 'integer',
  } as const
}
