import { Usage } from '../../generated/protection.crossplane.io/usage.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { whenCondition } from '../../runtime/readiness.ts'
import { object } from '../composed.ts'
import type { Database } from './database.ts'

/** While it exists, Crossplane refuses to delete the claim; on every provider, whether or not the cloud has a flag for it. */
export const protection = ({ claim, deletion }: Database): Entry =>
  deletion.protection === 'Disabled'
    ? absent('deletion.protection is Disabled')
    : object(
        claim,
        'protection',
        Usage,
        {
          spec: {
            of: { apiVersion: claim.apiVersion, kind: claim.kind, resourceRef: { name: claim.name } },
            reason: 'deletion.protection is Enabled: set it to Disabled before deleting the claim',
          },
        },
        { readiness: whenCondition('Ready') },
      )
