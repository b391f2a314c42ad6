import { SecurityGroup } from '../../../generated/ec2.aws.m.upbound.io/security-group.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import type { AwsDatabase } from './database.ts'

/** Closed until an ingress rule opens it. It has no egress rule: a database server opens no connections. */
export const securityGroup = (db: AwsDatabase): Emit =>
  managed(
    db,
    'security-group',
    SecurityGroup,
    {
      region: db.aws.region,
      // EC2 keeps names that begin so for itself.
      name: db.aws.names.securityGroup.replace(/^sg-/, 'x-sg-'),
      description: `Access to ${db.claim.namespace}/${db.claim.name}`,
      vpcId: db.aws.network.vpcId,
      tags: db.aws.tags,
    },
    {
      providerConfigRef: db.aws.providerConfigRef,
      protection: { keep: ['spec.forProvider.vpcId', 'spec.forProvider.name', 'spec.forProvider.description'] },
    },
  )
