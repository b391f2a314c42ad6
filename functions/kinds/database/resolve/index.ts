import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Input } from '../../../../apis/input.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { textAt } from '../../../runtime/read.ts'
import { unless, type Outcome } from '../../../runtime/result.ts'
import type { Database } from '../database.ts'
import type { Decision } from '../decide.ts'
import { nothing, type Restoring } from '../restore/origin.ts'
import { decideAvailability } from './availability.ts'
import { decideBackup } from './backup.ts'
import { backupTarget } from './backup-target.ts'
import { chosenFor } from './chosen.ts'
import { decideDatabases } from './databases.ts'
import { decideDeletion } from './deletion.ts'
import { decideEncryption } from './encryption.ts'
import { decideMaintenance } from './maintenance.ts'
import { decideNetwork } from './network.ts'
import { originsFor, staysAsItIs } from './origins.ts'
import { decideState } from './state.ts'
import { decideStorage } from './storage.ts'
import { decideVersion } from './version.ts'

/** Decides everything that the claim leaves open, or tells every reason why it can't be had. */
export const resolve = (
  spec: DatabaseSpec,
  platform: PlatformSpec,
  input: Input,
  observed: Observed,
  { beginning, source }: Pick<Restoring, 'beginning' | 'source'> = nothing,
): Outcome<Database> => {
  const { claim } = observed
  const recorded = (...path: string[]) => textAt(claim.status, ...path)
  const chosen = chosenFor(spec, platform, input, observed, source)
  if (!chosen.ok) return chosen
  const { place, facts, account, environment, inEnvironment, asleep, size, settings } = chosen.value
  const { provider } = place

  const version = decideVersion(provider, spec.version, recorded('effective', 'version') ?? source?.version)
  const availability = decideAvailability(provider, settings.availability, size)
  const state = decideState(provider, {
    claim: spec.state,
    asleep,
    made: observed.composed('connection') !== undefined || recorded('effective', 'state') === 'Stopped',
  })
  const storage = decideStorage(
    provider,
    spec.storage ?? {},
    recorded('effective', 'storage', 'size'),
    size.storage,
    source?.storage,
  )
  const first = recorded('effective', 'database') ?? source?.database
  const databases = decideDatabases(provider, claim.name, spec.databases, first)
  const network = decideNetwork(provider, spec.network ?? {}, claim.namespace, platform)
  const encryption = decideEncryption(
    provider,
    spec.encryption ?? {},
    recorded('effective', 'encryption', 'atRest') ?? source?.atRest,
  )
  const backup = decideBackup(facts, chosen.value.backup, backupTarget(facts, observed))
  const maintenance = decideMaintenance(provider, spec.maintenanceWindow, backup.value)
  const deletion = decideDeletion(provider, settings)
  const decisions: readonly Decision<unknown>[] = [
    staysAsItIs(chosen.value),
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
      inEnvironment,
      facts,
      account,
      size,
      version: version.value,
      availability: availability.value,
      state: state.value,
      storage: storage.value,
      databases: databases.value,
      network: network.value,
      encryption: encryption.value,
      backup: backup.value,
      beginning,
      maintenance: maintenance.value,
      deletion: deletion.value,
      secretName: spec.writeConnectionSecretToRef?.name ?? `${claim.name}-conn`,
      origins: originsFor(spec, chosen.value),
      deviations: decisions.flatMap(({ deviations = [] }) => deviations),
    }),
  )
}
