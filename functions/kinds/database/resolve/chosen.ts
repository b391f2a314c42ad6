import type { Availability } from '../../../../apis/blocks/availability.ts'
import type { Deletion } from '../../../../apis/blocks/deletion.ts'
import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Input } from '../../../../apis/input.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { textAt } from '../../../runtime/read.ts'
import { ok, refused, type Outcome } from '../../../runtime/result.ts'
import { accountsOf, type AccountOwner } from '../../../settings/accounts.ts'
import { backupOf, type BackupSettings } from '../../../settings/backup.ts'
import * as builtIn from '../../../settings/built-in.ts'
import { environmentOf, type Environment } from '../../../settings/environment.ts'
import { factsFor, type Facts } from '../../../settings/facts.ts'
import { placementOf, recordedPlacement, type ChosenPlace } from '../../../settings/placement.ts'
import { choose, kept, type Setting } from '../../../settings/setting.ts'
import { sizeOf, type ResolvedSize } from '../../../settings/sizes.ts'
import { surroundingsOf } from '../../../settings/surroundings.ts'
import type { Source } from '../restore/source.ts'
import { defaultVersion } from './version.ts'

/** What claim, environment, platform and what exists come to, each with who decided it, before the provider is asked what it can do. */
export interface Chosen {
  readonly place: ChosenPlace
  readonly facts: Facts
  readonly account: AccountOwner
  readonly environment: Environment
  /** Whether there is an XEnvironment; `undefined` while that is not known. And whether it sleeps. */
  readonly inEnvironment: boolean | undefined
  readonly asleep: boolean
  readonly size: ResolvedSize
  readonly backup: BackupSettings
  readonly settings: {
    readonly environment: Setting<string>
    readonly size: Setting<string>
    readonly version: Setting<string>
    readonly availability: Setting<Availability>
    readonly policy: Setting<Required<Deletion>['policy']>
    readonly protection: Setting<Required<Deletion>['protection']>
  }
}

/** One precedence for everything: claim, Composition, XEnvironment, environment type, XPlatform, built in (`choose`). */
export const chosenFor = (
  spec: DatabaseSpec,
  platform: PlatformSpec,
  input: Input,
  observed: Observed,
  source?: Source,
): Outcome<Chosen> => {
  const { claim } = observed
  const recorded = (...path: string[]) => textAt(claim.status, ...path)
  const around = surroundingsOf(observed)
  if (!around.ok) return around
  const { type, isThere, asleep, placement = {}, defaults = {} } = around.value
  const existing = recorded('placement', 'provider') !== undefined
  const accounts = accountsOf(
    platform,
    claim.namespace,
    around.value,
    existing ? (recorded('placement', 'account') === 'Environment' ? 'Environment' : 'Platform') : undefined,
  )
  const place = placementOf({
    claim: spec.placement ?? {},
    current: recordedPlacement(recorded('placement', 'provider'), recorded('placement', 'region')),
    pinned: input.provider,
    environment: placement,
    platform,
    accounts,
  })
  if (!place.ok) return place
  const { provider } = place.value
  const environment = environmentOf(platform, type)
  const { declared, builtIn: last } = environment
  const sized = kept(
    choose({ claim: spec.size, environment: defaults.size }, builtIn.size),
    recorded('effective', 'size'),
  )
  const facts = factsFor(place.value, accounts)
  const size = sizeOf(sized.value, provider, platform, whereFrom(sized, claim.namespace))
  const backup = backupOf(
    spec.backup ?? {},
    choose({ environment: defaults.backupPolicy, 'environment type': declared.backupPolicy }, last.backupPolicy),
    platform,
  )
  if (!facts.ok || !size.ok || !backup.ok)
    return refused(...[facts, size, backup].flatMap(outcome => (outcome.ok ? [] : outcome.refusals)))
  return ok({
    place: place.value,
    facts: facts.value,
    account: accounts.ownerOf(provider),
    environment,
    inEnvironment: isThere,
    asleep,
    size: size.value,
    backup: backup.value,
    settings: {
      environment: choose({ environment: type, platform: platform.environmentType }, environment.type),
      size: sized,
      version: kept(
        choose({ claim: spec.version }, defaultVersion),
        recorded('effective', 'version') ?? source?.version,
      ),
      availability: choose(
        {
          claim: spec.availability,
          environment: defaults.availability,
          'environment type': declared.availability,
        },
        last.availability,
      ),
      policy: choose(
        { claim: spec.deletion?.policy, 'environment type': declared.deletion?.policy },
        last.deletion.policy ?? 'Snapshot',
      ),
      protection: choose(
        { claim: spec.deletion?.protection, 'environment type': declared.deletion?.protection },
        last.deletion.protection ?? 'Enabled',
      ),
    },
  })
}

const whereFrom = ({ from }: Setting<string>, namespace: string): string =>
  from === 'environment' ? `XEnvironment/${namespace} spec.defaults.size` : 'spec.size'
