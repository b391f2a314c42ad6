import { ParameterGroup } from '../../../generated/rds.aws.m.upbound.io/parameter-group.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import type { AwsDatabase } from './database.ts'

/** Settings of the server. One group per major version: a group's family can't change. */
export const parameterGroup = (db: AwsDatabase): Emit =>
  managed(
    db,
    db.aws.parameterGroupKey,
    ParameterGroup,
    {
      region: db.aws.region,
      family: `postgres${db.version}`,
      description: `Settings of ${db.claim.namespace}/${db.claim.name}`,
      parameter: [
        {
          name: 'rds.force_ssl',
          value: db.encryption.inTransit === 'Required' ? '1' : '0',
          applyMethod: 'immediate',
        },
      ],
      tags: db.aws.tags,
    },
    { providerConfigRef: db.aws.providerConfigRef },
  )
