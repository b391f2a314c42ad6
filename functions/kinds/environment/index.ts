import { environmentSpec } from '../../../apis/environment/schema.ts'
import { apiVersion } from '../../../apis/group.ts'
import { Provisioned } from '../../runtime/conditions.ts'
import type { Composed, Edge, KindModule } from '../../runtime/kind.ts'
import type { Observed } from '../../runtime/observed.ts'
import { ok, refused, type Outcome } from '../../runtime/result.ts'
import { parseInput } from '../../settings/input.ts'
import { platformOf, supportOf } from '../../settings/platform.ts'
import { shapeOf } from '../../settings/shape.ts'
import { childChecks } from './children.ts'
import { sourceCheck, untilKnown } from './clone.ts'
import { Expired, expired, Suspended, suspended } from './conditions.ts'
import { childNameChecks, childNameRefusals } from './child-names.ts'
import { expiredPlan } from './expiry.ts'
import { keys } from './keys.ts'
import { namespaceCheck, namespaceRefusals } from './namespace-check.ts'
import { plan } from './plan.ts'
import { resolve } from './resolve/index.ts'
import { Seeded, seeded } from './seed/condition.ts'
import { status } from './status.ts'

const parse = shapeOf(environmentSpec, 'InvalidClaim')

/** XEnvironment: read, decide, look whose the names are, furnish; and when its time is over, clear away. */
const compose = (observed: Observed, edge: Edge): Outcome<Composed> => {
  const spec = parse(observed.claim.spec, 'spec')
  const platform = platformOf(observed)
  const input = parseInput(observed.input)
  if (!spec.ok || !platform.ok || !input.ok) {
    return refused(...[spec, platform, input].flatMap(outcome => (outcome.ok ? [] : outcome.refusals)))
  }
  const resolved = resolve(spec.value, platform.value, observed, edge)
  if (!resolved.ok) return resolved
  const environment = resolved.value
  const over = environment.lifecycle.state === 'Expired'
  const taken =
    over || environment.awaited ? [] : [...namespaceRefusals(environment), ...childNameRefusals(environment)]
  if (taken.length > 0) return refused(...taken)
  const checks = over
    ? childChecks(environment)
    : [...sourceCheck(spec.value), ...namespaceCheck(environment), ...childNameChecks(environment)]
  return ok({
    plan: over ? expiredPlan(environment) : environment.awaited ? untilKnown(environment) : plan(environment),
    requirements: new Map(checks),
    report: settled => ({
      status: status(environment, settled, platform.value),
      conditions: [expired(environment, settled), suspended(environment), seeded(environment)],
    }),
    next: environment.lifecycle.next,
  })
}

export const environment: KindModule = {
  apiVersion,
  kind: 'XEnvironment',
  keys,
  reach: {
    namespace: ({ name }) => name,
    clusterKinds: ['v1 Namespace', 'protection.crossplane.io/v1beta1 ClusterUsage'],
  },
  conditions: [Provisioned, Expired, Suspended, Seeded],
  compose,
  support: supportOf,
}
