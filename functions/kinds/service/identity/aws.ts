import { PodIdentityAssociation } from '../../../generated/eks.aws.m.upbound.io/pod-identity-association.ts'
import { RolePolicyAttachment } from '../../../generated/iam.aws.m.upbound.io/role-policy-attachment.ts'
import { Role } from '../../../generated/iam.aws.m.upbound.io/role.ts'
import { present } from '../../../runtime/json.ts'
import { stableHash } from '../../../runtime/names.ts'
import { each, type Entry, type Plan } from '../../../runtime/plan.ts'
import { managed, nameOf } from '../../composed.ts'
import { tags } from '../../tags.ts'
import type { ServiceKey } from '../keys.ts'
import type { Service } from '../service.ts'
import type { AwsIdentity } from './identity.ts'

/** A role that these pods alone may take on, by EKS Pod Identity. */
export const onAws = (service: Service, identity: AwsIdentity): Plan<ServiceKey> => ({
  'identity-role': role(service, identity),
  ...each(identity.policyArns, arn => [`identity-policy-${stableHash(arn)}`, policy(service, identity, arn)]),
  'identity-association': association(service, identity),
})

const role = (service: Service, { cluster, providerConfigRef, tags: own }: AwsIdentity): Entry =>
  managed(
    managing(service),
    'identity-role',
    Role,
    present<Role['spec']['forProvider']>({
      assumeRolePolicy: JSON.stringify(trust(service, cluster.name)),
      description: `The pods of ${service.claim.namespace}/${service.claim.name}`,
      permissionsBoundary: cluster.permissionsBoundary,
      tags: tags(service.claim, own),
    }),
    { providerConfigRef },
  )

/**
 * Whom the role trusts: EKS, for pods of this account in this namespace of this cluster (AWS documentation, “Amazon EKS Pod Identity role”,
 * the session's tags).
 */
const trust = ({ claim, observed }: Service, cluster: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-name': cluster,
          'aws:RequestTag/kubernetes-namespace': claim.namespace,
          'aws:RequestTag/kubernetes-service-account': nameOf(observed, 'service-account'),
        },
      },
    },
  ],
})

const policy = (service: Service, { providerConfigRef }: AwsIdentity, policyArn: string): Entry =>
  managed(
    managing(service),
    `identity-policy-${stableHash(policyArn)}`,
    RolePolicyAttachment,
    { policyArn, roleRef: { name: nameOf(service.observed, 'identity-role') } },
    { providerConfigRef },
  )

const association = (service: Service, { cluster, providerConfigRef, tags: own }: AwsIdentity): Entry =>
  managed(
    managing(service),
    'identity-association',
    PodIdentityAssociation,
    {
      region: cluster.region,
      clusterName: cluster.name,
      namespace: service.claim.namespace,
      serviceAccount: nameOf(service.observed, 'service-account'),
      roleArnRef: { name: nameOf(service.observed, 'identity-role') },
      tags: tags(service.claim, own),
    },
    { providerConfigRef },
  )

/** An identity holds nothing: it goes with the service. */
export const managing = ({ claim }: Service) => ({ claim, deletion: { policy: 'Delete' } }) as const
