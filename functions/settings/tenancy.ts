import type { EgressMode, Isolation } from '../../apis/blocks/isolation.ts'
import type { PodSecurity } from '../../apis/blocks/pod-security.ts'
import type { ResourceQuota } from '../../apis/blocks/resource-quota.ts'
import type { EnvironmentSpec } from '../../apis/environment/schema.ts'
import type { Environment } from './environment.ts'
import { choose, type Setting } from './setting.ts'

/** The resources that a quota can limit, in the order in which they are told. */
export const quotaResources = ['cpu', 'memory', 'storage', 'pods', 'loadBalancers', 'databases'] as const
export type QuotaResource = (typeof quotaResources)[number]

/** How an environment is bounded, each part with who decided it. */
export interface TenancySettings {
  readonly isolation: Setting<Isolation>
  readonly egress: Setting<EgressMode>
  readonly level: Setting<Required<PodSecurity>['level']>
  readonly mode: Setting<Required<PodSecurity>['mode']>
  readonly protection: Setting<'Enabled' | 'Disabled'>
  /** Quantities and counts as text; what is not limited is left out. */
  readonly quota: Readonly<Partial<Record<QuotaResource, Setting<string>>>>
}

/** The environment's own word, else what the platform declares for its type, else what is built in for that. */
export const tenancyOf = (spec: EnvironmentSpec, { declared, builtIn }: Environment): TenancySettings => ({
  isolation: choose(
    { claim: spec.networking?.isolation, 'environment type': declared.networking?.isolation },
    builtIn.networking.isolation,
  ),
  egress: choose(
    { claim: spec.networking?.egress?.mode, 'environment type': declared.networking?.egress?.mode },
    builtIn.networking.egress.mode,
  ),
  level: choose(
    { claim: spec.podSecurity?.level, 'environment type': declared.podSecurity?.level },
    builtIn.podSecurity.level,
  ),
  mode: choose(
    { claim: spec.podSecurity?.mode, 'environment type': declared.podSecurity?.mode },
    builtIn.podSecurity.mode,
  ),
  protection: choose(
    { claim: spec.deletion?.protection, 'environment type': declared.deletion?.protection },
    builtIn.deletion.protection ?? 'Enabled',
  ),
  quota: quotaOf(spec.quota ?? {}, declared.quota ?? {}, builtIn.quota),
})

const quotaOf = (claim: ResourceQuota, declared: ResourceQuota, builtIn: ResourceQuota): TenancySettings['quota'] =>
  Object.fromEntries(
    quotaResources.flatMap(resource => {
      const { value, from } = choose<string | number | undefined>(
        { claim: claim[resource], 'environment type': declared[resource] },
        builtIn[resource],
      )
      return value === undefined ? [] : [[resource, { value: String(value), from }] as const]
    }),
  )
