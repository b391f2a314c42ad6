import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { textAt } from '../../../runtime/read.ts'
import { refused, unless, type Outcome } from '../../../runtime/result.ts'
import { backupOf } from '../../../settings/backup.ts'
import { environmentOf, environmentSleeps, environmentTypeFor } from '../../../settings/environment.ts'
import { factsFor } from '../../../settings/facts.ts'
import type { Input } from '../../../settings/input.ts'
import { placementOf, recordedPlacement } from '../../../settings/placement.ts'
import { choose } from '../../../settings/setting.ts'
import { sizeOf } from '../../../settings/sizes.ts'
import type { Database } from '../database.ts'
import type { Decision } from '../decide.ts'
import { decideAvailability } from './availability.ts'
import { decideBackup } from './backup.ts'
import { backupTarget } from './backup-target.ts'
import { decideDatabases } from './databases.ts'
import { decideDeletion } from './deletion.ts'
import { decideEncryption } from './encryption.ts'
import { decideMaintenance } from './maintenance.ts'
import { decideNetwork } from './network.ts'
import { decideState } from './state.ts'
import { decideStorage } from './storage.ts'
import { decideVersion } from './version.ts'

/** Decides everything that the claim leaves open, or tells every reason why it can't be had. */
export const resolve = (
  spec: DatabaseSpec,
  platform: PlatformSpec,
  input: Input,
  observed: Observed,
): Outcome<Database> => {
  const { claim } = observed
  const recorded = (...path: string[]) => textAt(claim.status, ...path)
  const place = placementOf({
    claim: spec.placement ?? {},
    current: recordedPlacement(recorded('placement', 'provider'), recorded('placement', 'region')),
    pinned: input.provider,
    platform,
  })
  if (!place.ok) return place
  const { provider } = place.value
  const type = environmentTypeFor(observed)
  if (!type.ok) return type
  const environment = environmentOf(platform, type.value)
  const facts = factsFor(place.value, platform)
  const size = sizeOf(spec.size, provider, platform)
  const backupSettings = backupOf(
    spec.backup ?? {},
    environment.declared.backupPolicy ?? environment.builtIn.backupPolicy,
    platform,
  )
  if (!facts.ok || !size.ok || !backupSettings.ok) {
    return refused(...[facts, size, backupSettings].flatMap(outcome => (outcome.ok ? [] : outcome.refusals)))
  }

  const version = decideVersion(provider, spec.version, recorded('effective', 'version'))
  const availability = decideAvailability(
    provider,
    choose(
      { claim: spec.availability, 'environment type': environment.declared.availability },
      environment.builtIn.availability,
    ),
    size.value,
  )
  const state = decideState(provider, {
    claim: spec.state,
    asleep: environmentSleeps(observed),
    made: observed.composed('connection') !== undefined || recorded('effective', 'state') === 'Stopped',
  })
  const storage = decideStorage(
    provider,
    spec.storage ?? {},
    recorded('effective', 'storage', 'size'),
    size.value.storage,
  )
  const databases = decideDatabases(provider, claim.name, spec.databases, recorded('effective', 'database'))
  const network = decideNetwork(provider, spec.network ?? {}, claim.namespace, platform)
  const encryption = decideEncryption(provider, spec.encryption ?? {}, recorded('effective', 'encryption', 'atRest'))
  const backup = decideBackup(facts.value, backupSettings.value, backupTarget(facts.value, observed))
  const maintenance = decideMaintenance(provider, spec.maintenanceWindow, backup.value)
  const deletion = decideDeletion(provider, spec.deletion ?? {}, environment)
  const decisions: readonly Decision<unknown>[] = [
    version,
    availability,
    state,
    storage,
    databases,
    network,
    encryption,
    backup,
    maintenance,
    deletion,
  ]

  return unless(
    decisions.flatMap(({ refusals = [] }) => refusals),
    () => ({
      claim,
      observed,
      provider,
      environment: environment.type,
      facts: facts.value,
      size: size.value,
      version: version.value,
      availability: availability.value,
      state: state.value,
      storage: storage.value,
      databases: databases.value,
      network: network.value,
      encryption: encryption.value,
      backup: backup.value,
      maintenance: maintenance.value,
      deletion: deletion.value,
      secretName: spec.writeConnectionSecretToRef?.name ?? `${claim.name}-conn`,
      deviations: decisions.flatMap(({ deviations = [] }) => deviations),
    }),
  )
}
