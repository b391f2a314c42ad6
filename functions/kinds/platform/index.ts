import { apiVersion } from '../../../apis/group.ts'
import type { KindModule } from '../../runtime/kind.ts'
import type { Observed } from '../../runtime/observed.ts'
import { Provisioned } from '../../runtime/conditions.ts'
import { map } from '../../runtime/result.ts'
import { backupPoliciesOf } from '../../settings/backup.ts'
import { parsePlatform } from '../../settings/platform.ts'
import { sizesOf } from '../../settings/sizes.ts'

/** XPlatform: composes nothing. Its status lists the names that claims may use; it changes only with the spec. */
export const platform: KindModule = {
  apiVersion,
  kind: 'XPlatform',
  keys: {},
  conditions: [Provisioned],
  compose: ({ claim }: Observed) =>
    map(parsePlatform(claim.spec), spec => ({
      plan: {},
      requirements: new Map(),
      report: () => ({
        status: {
          sizes: sizesOf(spec).map(({ name }) => name),
          backupPolicies: backupPoliciesOf(spec).map(({ name }) => name),
        },
        conditions: [],
      }),
    })),
  support: () => '',
}
