import { apiVersion } from '../../../apis/group.ts'
import { isFalse, isTrue, Provisioned } from '../../runtime/conditions.ts'
import { formatRefusal, refuse, type Refusal } from '../../runtime/errors.ts'
import type { Composed, KindModule } from '../../runtime/kind.ts'
import type { Observed } from '../../runtime/observed.ts'
import { Capability, ConditionStatus, type Condition } from '../../runtime/protocol.ts'
import { map, refused, type Outcome } from '../../runtime/result.ts'
import { backupPoliciesOf } from '../../settings/backup.ts'
import { parsePlatform } from '../../settings/platform.ts'
import { sizesOf } from '../../settings/sizes.ts'
import { faults } from './checks/index.ts'
import { notInstalled, schemaChecks } from './installed.ts'

/** That the settings fit together, and what is known of the clouds. */
export const Valid = 'Valid'
/** That what they declare is in the cluster. */
export const Installed = 'Installed'

/**
 * XPlatform: composes nothing. It is judged here before a claim meets what is wrong with it; a claim that needs none of that goes on. Its
 * status lists the names that claims may use, and changes with the spec and with what is installed: each change re-runs every claim.
 */
const compose = (observed: Observed): Outcome<Composed> => {
  const { claim } = observed
  if (claim.name !== 'default') return refused(second)
  return map(parsePlatform(claim.spec), spec => {
    const missing = notInstalled(spec, observed)
    const canAsk = observed.can(Capability.requiredSchemas)
    return {
      plan: {},
      requirements: new Map(canAsk ? schemaChecks(spec) : []),
      // Nobody tells when something is installed.
      retry: missing.length > 0,
      report: () => ({
        status: {
          sizes: sizesOf(spec).map(({ name }) => name),
          backupPolicies: backupPoliciesOf(spec).map(({ name }) => name),
        },
        conditions: [judged(Valid, faults(spec)), canAsk ? judged(Installed, missing) : notAsked],
      }),
    }
  })
}

/** An older definition may have let it through. */
const second = refuse(
  'InvalidPlatform',
  'metadata.name',
  'there is one XPlatform, and it is named default: delete this one',
)

const judged = (type: string, wrong: readonly Refusal[]): Condition =>
  wrong[0] === undefined ? isTrue(type, type) : isFalse(type, wrong[0].code, told(wrong))

/** A condition's message has its limits. */
const told = (wrong: readonly Refusal[]): string =>
  [...wrong.slice(0, 20).map(formatRefusal), ...(wrong.length > 20 ? [`and ${wrong.length - 20} more`] : [])].join('\n')

const notAsked: Condition = {
  type: Installed,
  status: ConditionStatus.unknown,
  reason: 'NotEvaluated',
  message: 'this Crossplane can’t tell which kinds are installed',
}

export const platform: KindModule = {
  apiVersion,
  kind: 'XPlatform',
  keys: {},
  conditions: [Provisioned, Valid, Installed],
  compose,
  support: () => '',
}
