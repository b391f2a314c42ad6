import type { JsonObject } from '../../functions/runtime/json.ts'
import type { KindSchema, Structural } from '../../simulator/schema/structural.ts'
import { groupOf } from './kinds.ts'

/**
 * A CustomResourceDefinition made of what we know of a kind: the fields, requirements, enums, defaults and rules that its provider's
 * CRD has, without the descriptions. Whatever a provider writes into a status is kept.
 */
export const crdFromFacts = (kind: KindSchema): JsonObject => {
  const group = groupOf(kind)
  const singular = kind.kind.toLowerCase()
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${kind.plural}.${group}`,
      // Kubernetes keeps its own groups for CRDs that its community has approved; a stand-in has to say that it is none.
      ...(group.endsWith('.k8s.io') && {
        annotations: { 'api-approved.kubernetes.io': 'unapproved, a local stand-in' },
      }),
    },
    spec: {
      group,
      scope: kind.scope,
      names: {
        kind: kind.kind,
        listKind: `${kind.kind}List`,
        plural: kind.plural,
        singular,
        ...(isManaged(kind.schema) && { categories: ['crossplane', 'managed'] }),
      },
      versions: [
        {
          name: kind.apiVersion.split('/')[1] ?? '',
          served: true,
          storage: true,
          subresources: { status: {} },
          ...(isManaged(kind.schema) && { additionalPrinterColumns: managedColumns }),
          schema: { openAPIV3Schema: withOpenStatus(kind.schema) as JsonObject },
        },
      ],
    },
  }
}

/** Whether a provider of Crossplane's drives it. */
const isManaged = ({ properties }: Structural): boolean =>
  properties?.['spec']?.properties?.['managementPolicies'] !== undefined

const condition = (type: string) => `.status.conditions[?(@.type=='${type}')].status`

/** As every managed resource has them. */
const managedColumns = [
  { name: 'SYNCED', type: 'string', jsonPath: condition('Synced') },
  { name: 'READY', type: 'string', jsonPath: condition('Ready') },
  { name: 'EXTERNAL-NAME', type: 'string', jsonPath: '.metadata.annotations.crossplane\\.io/external-name' },
  { name: 'AGE', type: 'date', jsonPath: '.metadata.creationTimestamp' },
]

const withOpenStatus = (schema: Structural): Structural => ({
  ...schema,
  properties: {
    ...schema.properties,
    status: { type: 'object', ...schema.properties?.['status'], 'x-kubernetes-preserve-unknown-fields': true },
  },
})
