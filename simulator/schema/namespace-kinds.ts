import { expand, type Compact } from './expand.ts'
import type { KindSchema } from './structural.ts'

/** The kinds of Kubernetes that a namespace is made and furnished with, with the fields that matter to us. */
export const namespaceKinds: readonly KindSchema[] = [
  kind('v1', 'Namespace', 'namespaces', { spec: { finalizers: ['string'] }, status: { phase: 'string' } }, 'Cluster'),
  kind('v1', 'ServiceAccount', 'serviceaccounts', { automountServiceAccountToken: 'boolean' }),
  kind('v1', 'ResourceQuota', 'resourcequotas', { spec: { hard: amounts() }, status: { hard: amounts() } }),
  kind('v1', 'LimitRange', 'limitranges', {
    'spec!': {
      'limits!': [
        {
          'type!': { $: 'string', enum: ['Container', 'Pod', 'PersistentVolumeClaim'] },
          default: amounts(),
          defaultRequest: amounts(),
          max: amounts(),
          min: amounts(),
        },
      ],
    },
  }),
  kind('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings', {
    'roleRef!': {
      $: { 'apiGroup!': 'string', 'kind!': 'string', 'name!': 'string' },
      'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'cannot change roleRef' }],
    },
    subjects: [{ 'kind!': 'string', 'name!': 'string', apiGroup: 'string', namespace: 'string' }],
  }),
]

function amounts() {
  return { '*': { $: 'string', format: 'quantity' } } as const
}

function kind(
  apiVersion: string,
  name: string,
  plural: string,
  fields: Readonly<Record<string, Compact>>,
  scope: KindSchema['scope'] = 'Namespaced',
): KindSchema {
  const schema = expand({ apiVersion: 'string', kind: 'string', metadata: 'object', ...fields })
  return { apiVersion, kind: name, plural, scope, schema }
}
