import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Environment } from '../../../settings/environment.ts'
import type { Surroundings } from '../../../settings/surroundings.ts'
import type { Service } from '../service.ts'
import { can, type Decided } from './decided.ts'

const field = 'spec.security.podSecurity.level'
const instead = 'name the image’s user by its number in security.container.runAsUser'

/** What the service's own container may do. Less than Restricted is for the platform to allow, and for the namespace to admit. */
export const decidePodSecurity = (
  { security = {} }: ServiceSpec,
  environment: Environment,
  around: Surroundings,
  { policy = {} }: PlatformSpec,
  namespace: string,
): Decided<Service['podSecurity']> => {
  const { level = 'Restricted', reason = '' } = security.podSecurity ?? {}
  if (level === 'Restricted') return can(level)
  return {
    value: level,
    refusals: [
      ...allowed(policy.baselinePods ?? 'Deny', environment),
      ...admitted(environment, around, namespace),
      ...userRefusals(security),
    ],
    deviations: [{ field, reason: `its image may run as root: ${reason}` }],
  }
}

const allowed = (
  policy: NonNullable<NonNullable<PlatformSpec['policy']>['baselinePods']>,
  { type }: Environment,
): readonly Refusal[] => {
  if (policy === 'Allow' || (policy === 'OutsideProduction' && type !== 'Production')) return []
  const where = policy === 'Deny' ? '' : ' in Production'
  return [refuse('PodSecurityNotAllowed', field, `the platform allows none${where} (policy.baselinePods): ${instead}`)]
}

/** Where there is no XEnvironment, the namespace is somebody else's: its API server says what it admits. */
const admitted = (
  { declared, builtIn }: Environment,
  { isThere, podSecurity }: Surroundings,
  namespace: string,
): readonly Refusal[] => {
  const level = podSecurity?.level ?? declared.podSecurity?.level ?? builtIn.podSecurity.level
  const mode = podSecurity?.mode ?? declared.podSecurity?.mode ?? builtIn.podSecurity.mode
  if (!isThere || level !== 'Restricted' || mode !== 'Enforce') return []
  return [
    refuse(
      'PodSecurityNotAllowed',
      field,
      `the namespace admits Restricted pods only: ${instead}, or have podSecurity.level: Baseline written into XEnvironment/${namespace}`,
    ),
  ]
}

/** A user who is not root needs nothing of what Baseline gives. */
const userRefusals = ({ container = {} }: NonNullable<ServiceSpec['security']>): readonly Refusal[] =>
  (['runAsUser', 'runAsGroup'] as const)
    .filter(name => container[name] !== undefined)
    .map(name =>
      refuse(
        'InvalidCombination',
        `spec.security.container.${name}`,
        'with Baseline the image’s own user runs: leave this out, or podSecurity, which a user who is not root does not need',
      ),
    )
