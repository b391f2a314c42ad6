import { SubnetGroup } from '../../../generated/rds.aws.m.upbound.io/subnet-group.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import type { AwsDatabase } from './database.ts'

/** Where the instance may live: the platform's database subnets. RDS wants two zones even for a single-zone instance. */
export const subnetGroup = (db: AwsDatabase): Emit =>
  managed(
    db,
    'subnet-group',
    SubnetGroup,
    {
      region: db.aws.region,
      description: `Subnets of ${db.claim.namespace}/${db.claim.name}`,
      subnetIds: subnetsOf(db),
      tags: db.aws.tags,
    },
    { providerConfigRef: db.aws.providerConfigRef },
  )

const subnetsOf = ({ network, aws }: AwsDatabase): readonly string[] =>
  network.exposure === 'Public' ? (aws.network.publicSubnetIds ?? []) : aws.network.databaseSubnetIds
