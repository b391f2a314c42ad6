import * as Type from 'typebox'
import type { Static } from 'typebox'
import { label, set, text } from '../blocks/values.ts'

const identifier = (description: string) => text(512, { description, pattern: '^\\S+$' })

/** This cluster, where it is one of AWS's: pods get roles by EKS Pod Identity. */
export const eksCluster = Type.Object(
  {
    name: text(100, { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$', description: 'The cluster’s name.' }),
    region: text(40, { pattern: '^[a-z][a-z0-9-]*$', description: 'Its region.' }),
    permissionsBoundary: Type.Optional(
      identifier('The policy that bounds what any role of a service may do, whatever its permissions.'),
    ),
  },
  { description: 'This cluster, if it runs on EKS with the Pod Identity Agent: services may get permissions on AWS.' },
)

/** This cluster, where it is one of Google's: pods get accounts by Workload Identity Federation for GKE. */
export const gkeCluster = Type.Object(
  {
    workloadPool: text(128, {
      pattern: '^[a-z0-9.:-]+\\.svc\\.id\\.goog$',
      description: 'Its workload pool, such as acme.svc.id.goog.',
    }),
  },
  { description: 'This cluster, if it runs on GKE with Workload Identity: services may get permissions on GCP.' },
)

/** This cluster, where it is one of Azure's: pods get identities by Microsoft Entra Workload ID. */
export const aksCluster = Type.Object(
  {
    oidcIssuerUrl: text(512, { pattern: '^https://\\S+$', description: 'Its OIDC issuer.' }),
    location: text(40, { pattern: '^[a-z][a-z0-9]*$', description: 'The region in which identities are made.' }),
  },
  { description: 'This cluster, if it runs on AKS with Workload ID: services may get permissions on Azure.' },
)

const assignment = Type.Object({
  role: text(128, { description: 'The role, such as Storage Blob Data Reader.' }),
  scope: identifier('What it is for: the id of a resource, a resource group or a subscription.'),
})

/** What a permission's name means on each cloud. A claim names it, and can’t say what is in it. */
export const permission = Type.Object(
  {
    name: label({ description: 'The name that services use, such as read-invoices.' }),
    namespaces: Type.Optional(
      Type.Array(label({ description: 'A namespace.' }), {
        maxItems: 64,
        description: 'Where services may use it. Default: everywhere.',
        ...set,
      }),
    ),
    aws: Type.Optional(
      Type.Array(identifier('The ARN of a policy.'), { maxItems: 10, description: 'Policies on AWS.', ...set }),
    ),
    gcp: Type.Optional(
      Type.Array(text(128, { pattern: '^(roles|projects|organizations)/\\S+$', description: 'A role.' }), {
        maxItems: 10,
        description: 'Roles in the project on GCP, such as roles/storage.objectViewer.',
        ...set,
      }),
    ),
    azure: Type.Optional(Type.Array(assignment, { maxItems: 10, description: 'Roles on Azure.' })),
  },
  { description: 'A permission class.' },
)

export type Permission = Static<typeof permission>
export type EksCluster = Static<typeof eksCluster>
