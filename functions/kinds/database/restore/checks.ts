import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Clock } from '../../../runtime/kind.ts'
import { timestamp } from '../../../runtime/time/duration.ts'
import { platformPath } from '../../../settings/platform.ts'
import { asked } from '../../../settings/setting.ts'
import { choices } from '../capabilities.ts'
import type { Database } from '../database.ts'
import { decideChoice } from '../decide.ts'
import { accountText, type Source } from './source.ts'

/** What the provider would refuse of a copy, or make something else of, told before it is asked. */
export const restoreRefusals = (db: Database, spec: DatabaseSpec, source: Source, clock: Clock): readonly Refusal[] => [
  ...place(db, source),
  ...version(spec, source),
  ...exposure(db, source),
  ...state(db, spec, source),
  ...moment(db, spec, source, clock),
]

const wrong = (field: string, message: string): readonly Refusal[] => [refuse('InvalidCombination', field, message)]

/** Backups do not leave their provider, their region and their account. */
const place = ({ provider, facts, claim }: Database, source: Source): readonly Refusal[] => {
  if (provider !== source.provider)
    return wrong(
      'spec.placement.provider',
      `the backups are on ${source.provider}, and can’t be restored on ${provider}: write ${source.provider}`,
    )
  if (facts.provider === 'Kubernetes')
    return facts.backupStore
      ? []
      : [
          refuse(
            'MissingPlatformFact',
            `${platformPath}.providers.kubernetes.backupStore`,
            'restoreFrom needs a store for backups: a snapshot does not leave its namespace',
          ),
        ]
  if (source.region !== undefined && facts.region.name !== source.region)
    return wrong(
      'spec.placement.region',
      `the backups are in ${source.region}, and can’t be restored in ${facts.region.name}: write ${source.region}`,
    )
  const own = accountText(
    facts.providerConfigRef,
    claim.namespace,
    facts.provider === 'GCP' ? facts.project : undefined,
  )
  return own === source.account
    ? []
    : wrong(
        'spec.restoreFrom.database',
        `it is in another account (${source.account ?? 'unknown'}) than this claim (${own}): backups can’t be restored across accounts`,
      )
}

/** On every provider a copy is of the version that it is a copy of. */
const version = (spec: DatabaseSpec, source: Source): readonly Refusal[] =>
  spec.version === undefined || spec.version === source.version
    ? []
    : wrong(
        'spec.version',
        `the backups are of ${source.version}: leave it out, and upgrade when the database is there`,
      )

/** Azure restores a public server as a public one, and one in a network into a network (its manual, “Point-in-time recovery”). */
const exposure = ({ provider, network }: Database, source: Source): readonly Refusal[] =>
  provider === 'Azure' && source.exposure !== undefined && network.exposure !== source.exposure
    ? wrong(choices.exposure.field, `Azure restores a ${source.exposure} server as a ${source.exposure} one only`)
    : []

/** Cloud SQL clones the server as it is now, so it has to run; to a moment it restores from the backups. */
const state = ({ provider }: Database, { restoreFrom }: DatabaseSpec, source: Source): readonly Refusal[] =>
  provider === 'GCP' && source.state === 'Stopped' && restoreFrom?.pointInTime === undefined
    ? wrong(
        'spec.restoreFrom.database',
        'it is stopped, and Cloud SQL clones what runs: start it, or name a pointInTime',
      )
    : []

const dayMs = 86_400_000

const moment = (
  { provider }: Database,
  { restoreFrom }: DatabaseSpec,
  source: Source,
  clock: Clock,
): readonly Refusal[] => {
  const { field } = choices.restore
  const wanted = restoreFrom?.pointInTime
  const mode = decideChoice(choices.restore, provider, asked(wanted === undefined ? 'Latest' : 'PointInTime'))
  if (wanted === undefined || mode.refusals) return mode.refusals ?? []
  const at = Date.parse(wanted)
  if (Number.isNaN(at) || timestamp(at) !== wanted) return wrong(field, 'there is no such day')
  if (!clock.hasPassed(at)) return wrong(field, 'it is still to come')
  if (source.pointInTimeRecovery !== 'Enabled')
    return wrong(
      field,
      'the database keeps no log to restore a moment by: leave it out, or enable its spec.backup.pointInTimeRecovery',
    )
  if (source.createdAt !== undefined && at < Date.parse(source.createdAt))
    return wrong(field, `the database is there since ${source.createdAt}`)
  const kept = source.retentionDays
  return kept !== undefined && clock.hasPassed(at + kept * dayMs)
    ? wrong(field, `its backups are kept for ${kept} days, and that is longer ago`)
    : []
}
