import { ClusterUsage } from '../../generated/protection.crossplane.io/cluster-usage.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { whenCondition } from '../../runtime/readiness.ts'
import { clusterObject } from '../composed.ts'
import type { Environment } from './environment.ts'

/** While it exists, Crossplane refuses to delete the environment. So does each protected database in it, by a Usage of its own. */
export const protection = ({ claim, settings }: Environment): Entry =>
  settings.protection.value === 'Disabled'
    ? absent('deletion.protection is Disabled')
    : clusterObject(
        claim,
        'protection',
        ClusterUsage,
        {
          spec: {
            of: { apiVersion: claim.apiVersion, kind: claim.kind, resourceRef: { name: claim.name } },
            reason: 'deletion.protection is Enabled: set it to Disabled before deleting the environment',
          },
        },
        { readiness: whenCondition('Ready') },
      )
