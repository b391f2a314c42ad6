import type { AwsFacts } from '../../../settings/facts.ts'
import { nameOf } from '../../composed.ts'
import { tags } from '../../tags.ts'
import type { Database } from '../database.ts'

/** A claim with everything decided, and where on AWS it goes. */
export interface AwsDatabase extends Database {
  readonly aws: {
    /** Where the account is described, for messages. */
    readonly path: string
    readonly region: string
    readonly network: AwsFacts['region']['network']
    readonly encryptionKey: string | undefined
    readonly providerConfigRef: AwsFacts['providerConfigRef']
    readonly tags: Readonly<Record<string, string>>
    /** The names that the resources have among each other. */
    readonly names: { readonly subnetGroup: string; readonly securityGroup: string; readonly parameterGroup: string }
    readonly parameterGroupKey: `parameter-group-${string}`
  }
}

export const onAws = (db: Database, { path, region, providerConfigRef, tags: own }: AwsFacts): AwsDatabase => {
  const parameterGroupKey = `parameter-group-${db.version}` as const
  return {
    ...db,
    aws: {
      path,
      region: region.name,
      network: region.network,
      encryptionKey: region.encryptionKey,
      providerConfigRef,
      tags: tags(db.claim, own),
      names: {
        subnetGroup: nameOf(db.observed, 'subnet-group'),
        securityGroup: nameOf(db.observed, 'security-group'),
        parameterGroup: nameOf(db.observed, parameterGroupKey),
      },
      parameterGroupKey,
    },
  }
}
