import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { EnvironmentStatus } from '../../../apis/environment/status.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import { present, type JsonObject } from '../../runtime/json.ts'
import { textAt } from '../../runtime/read.ts'
import type { Settled } from '../../runtime/settle.ts'
import type { TenancySettings } from '../../settings/tenancy.ts'
import { nameOf } from '../composed.ts'
import { resourceLine, supportLinks } from '../report.ts'
import { databaseKey } from './database.ts'
import type { Environment } from './environment.ts'
import { theNamespace } from './placed.ts'

/** What the environment's status says. It changes only when something has: each change re-runs whoever depends on it. */
export const status = (environment: Environment, settled: readonly Settled[], platform: PlatformSpec): JsonObject => {
  const { claim, observed, databases } = environment
  const made = settled.some(({ key, observed: existing }) => key === 'service-account' && existing)
  const written: JsonObject = present<Omit<EnvironmentStatus, 'resources'>>({
    effective: effective(environment.settings),
    namespace: theNamespace(environment) ? environment.name : textAt(claim.status, 'namespace'),
    serviceAccount: made ? nameOf(observed, 'service-account') : textAt(claim.status, 'serviceAccount'),
    databases: databases.map(item => databaseLine(item, settled)),
    links: supportLinks(platform),
  })
  return { ...written, resources: settled.map(resourceLine) }
}

const databaseLine = (item: EnvironmentDatabase, settled: readonly Settled[]) => {
  const found = settled.find(({ key }) => key === databaseKey(item))
  return present<NonNullable<EnvironmentStatus['databases']>[number]>({
    name: item.name,
    ready: found?.ready ? 'True' : 'False',
    secretName: textAt(found?.observed, 'status', 'binding', 'name'),
  })
}

const effective = (settings: TenancySettings): NonNullable<EnvironmentStatus['effective']> => {
  const { isolation, egress, level, mode, protection, quota } = settings
  const decided = {
    isolation,
    egress,
    'podSecurity.level': level,
    'podSecurity.mode': mode,
    'deletion.protection': protection,
    ...Object.fromEntries(Object.entries(quota).map(([resource, setting]) => [`quota.${resource}`, setting])),
  }
  return {
    isolation: isolation.value,
    egress: egress.value,
    podSecurity: { level: level.value, mode: mode.value },
    quota: Object.fromEntries(Object.entries(quota).map(([resource, { value }]) => [resource, value])),
    deletion: { protection: protection.value },
    origins: Object.entries(decided).map(([field, { from }]) => ({ field, from })),
  }
}
