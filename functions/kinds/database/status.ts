import type { DatabaseStatus } from '../../../apis/database/status.ts'
import type { JsonObject } from '../../runtime/json.ts'
import { present } from '../../runtime/json.ts'
import { numberAt, textAt } from '../../runtime/read.ts'
import type { Settled } from '../../runtime/settle.ts'
import type { Readable } from '../../runtime/unread.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import { resourceLine, supportLinks } from '../report.ts'
import { choices } from './capabilities.ts'
import type { Database } from './database.ts'
import type { Origin } from './restore/origin.ts'
import type { OnProvider } from './providers.ts'

/**
 * What the claim's status says. It changes only when something has: each change costs a call. What the server tells of
 * itself stays as it was last known while the server is not observed.
 */
export const status = (
  db: Database,
  on: OnProvider,
  settled: readonly Settled[],
  platform: PlatformSpec,
  origin?: Origin,
): JsonObject => {
  const { host, readOnlyHost } = on.details
  const bound = settled.some(({ key, observed }) => key === 'connection' && observed)
  const { allocated, engineVersion } = on.observations
  const known = lastKnown(db.claim.status)
  const written: JsonObject = present<Written>({
    placement: present({
      provider: db.provider,
      region: regionOf(db),
      account: db.account === 'Environment' ? db.account : undefined,
    }),
    effective: effective(db, on),
    binding: bound ? { name: db.secretName } : known.binding,
    endpoint: host && readOnlyHost ? { host, port: db.network.port, readOnlyHost } : known.endpoint,
    engineVersion: engineVersion ?? known.engineVersion,
    storage: allocated === undefined ? known.storage : { allocated },
    backup: backups(db),
    restoredFrom: origin,
    maintenance: maintenance(db),
    links: links(on, platform),
    deviations: [...db.deviations, ...on.deviations].map(({ field, reason }) => ({ field, reason })),
  })
  return { ...written, resources: settled.map(resourceLine) }
}

/** What the status says of the server already. */
const lastKnown = (told: Readable) => {
  const [name, host, readOnlyHost] = [
    ['binding', 'name'],
    ['endpoint', 'host'],
    ['endpoint', 'readOnlyHost'],
  ].map(path => textAt(told, ...path))
  const [port, allocated] = [numberAt(told, 'endpoint', 'port'), textAt(told, 'storage', 'allocated')]
  return {
    binding: name === undefined ? undefined : { name },
    endpoint: host && port && readOnlyHost ? { host, port, readOnlyHost } : undefined,
    engineVersion: textAt(told, 'engineVersion'),
    storage: allocated === undefined ? undefined : { allocated },
  }
}

type Written = Omit<DatabaseStatus, 'resources'>

const regionOf = ({ facts }: Database): string | undefined =>
  facts.provider === 'Kubernetes' ? undefined : facts.region.name

const effective = (db: Database, { observations }: OnProvider): NonNullable<DatabaseStatus['effective']> =>
  present({
    environment: db.environment,
    version: db.version,
    size: db.size.name,
    instanceType: db.size.machine,
    zones: observations.zones.length > 0 ? [...observations.zones] : undefined,
    availability: db.availability,
    state: db.state,
    database: db.databases[0].name,
    storage: { size: db.storage.size },
    encryption: { atRest: db.encryption.atRest, inTransit: db.encryption.inTransit },
    network: { exposure: db.network.exposure },
    deletion: { policy: db.deletion.policy, protection: db.deletion.protection },
    origins: { ...db.origins },
  })

/** The window that the provider keeps, which may be less than was asked for: the deviations say so. */
const maintenance = ({ provider, maintenance: { dayOfWeek, startTime, durationMinutes } }: Database) => {
  const [kept] = choices.maintenance.offered[provider]
  if (kept === undefined) return { window: 'none: patched when the image changes' }
  const start = provider === 'GCP' ? `${startTime.slice(0, 2)}:00` : startTime
  return { window: `${dayOfWeek} ${start}, ${kept === 'OneHour' ? 60 : durationMinutes} min` }
}

const backups = ({ backup }: Database): Written['backup'] =>
  backup.target === 'Nowhere'
    ? undefined
    : {
        policy: backup.policy,
        schedule: backup.schedule,
        retentionDays: backup.retentionDays,
        pointInTimeRecovery: backup.pointInTimeRecovery,
      }

const links = ({ observations }: OnProvider, platform: PlatformSpec): { title: string; url: string }[] => [
  ...(observations.console ? [{ title: 'Server', url: observations.console }] : []),
  ...supportLinks(platform),
]
