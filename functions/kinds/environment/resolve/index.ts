import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import { qualified } from '../../../../apis/group.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Clock } from '../../../runtime/kind.ts'
import type { Claim, Observed } from '../../../runtime/observed.ts'
import { ok, unless, type Outcome } from '../../../runtime/result.ts'
import { environmentOf } from '../../../settings/environment.ts'
import { lifecycleOf } from '../../../settings/lifecycle.ts'
import { tenancyOf } from '../../../settings/tenancy.ts'
import { alone, cloned } from '../clone.ts'
import type { Environment } from '../environment.ts'
import { accessRefusals } from './access.ts'
import { databaseNeeds } from './databases.ts'
import { defaultRefusals } from './defaults.ts'
import { lifecycleNow, lifecycleRefusals } from './lifecycle.ts'
import { limitsOf } from './limits.ts'
import { metadataRefusals } from './metadata.ts'
import { networkOf, networkRefusals } from './network.ts'
import { seedRefusals, seedsOf } from './seeds.ts'

/** Decides everything that is left open, or tells every reason why it can't be had. */
export const resolve = (
  own: EnvironmentSpec,
  platform: PlatformSpec,
  observed: Observed,
  clock: Clock,
): Outcome<Environment> => {
  const { claim } = observed
  const type = environmentOf(platform, own.type)
  const life = lifecycleOf(own.lifecycle, type.declared.lifecycle)
  const lifecycle = lifecycleNow({ claim, spec: own, settings: life, clock })
  // What is over needs no other environment any more.
  const isOver = lifecycle.state === 'Expired'
  const whole = isOver ? ok(alone(own)) : cloned(own, observed)
  if (!whole.ok) return whole
  const { spec, taken, awaited } = whole.value
  const settings = { ...tenancyOf(spec, type), ...life }
  const network = networkOf(spec, settings, platform)
  // What is wrong with what will not be made again must not keep it from being cleared away.
  const wrong =
    isOver || awaited
      ? []
      : [
          ...metadataRefusals(claim.name, spec.namespace),
          ...networkRefusals(network, spec, platform),
          ...accessRefusals(spec.access ?? []),
          ...defaultRefusals(claim, spec, platform),
          ...databaseNeeds(spec, type, settings, platform),
          ...seedRefusals(whole.value, observed, platform),
        ]
  return unless([...lifecycleRefusals(own, life, settings.protection.value, claim), ...wrong], () => ({
    claim: withTeam(claim, spec.team),
    observed,
    name: claim.name,
    displayName: spec.displayName,
    namespace: spec.namespace,
    settings,
    lifecycle,
    network,
    limits: limitsOf(spec.limits ?? {}),
    access: spec.access ?? [],
    databases: spec.databases ?? [],
    services: spec.services ?? [],
    seeds: isOver ? [] : seedsOf(spec),
    pullSecretName: platform.registry?.pullSecretName,
    taken,
    awaited,
  }))
}

/** The team's label stands on everything that is composed. */
const withTeam = (claim: Claim, team: string | undefined): Claim =>
  team === undefined ? claim : { ...claim, labels: { ...claim.labels, [qualified('team')]: team } }
