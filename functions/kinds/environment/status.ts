import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { EnvironmentService } from '../../../apis/environment/service.ts'
import type { EnvironmentStatus } from '../../../apis/environment/status.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import { present, type JsonObject } from '../../runtime/json.ts'
import { textAt } from '../../runtime/read.ts'
import type { Settled } from '../../runtime/settle.ts'
import { timestamp } from '../../runtime/time/duration.ts'
import { originsOf, type Setting } from '../../settings/setting.ts'
import { nameOf } from '../composed.ts'
import { resourceLine, supportLinks } from '../report.ts'
import { childKey } from './child.ts'
import type { Environment } from './environment.ts'
import { theNamespace } from './placed.ts'
import { progressOf } from './seed/progress.ts'

/** What the environment's status says. It changes only when something has: each change re-runs whoever depends on it. */
export const status = (environment: Environment, settled: readonly Settled[], platform: PlatformSpec): JsonObject => {
  const { claim, observed, databases, services, lifecycle } = environment
  const over = lifecycle.state === 'Expired'
  // What was not looked at for a moment is still there; what is over is not.
  const known = (field: string) => (over ? undefined : textAt(claim.status, field))
  const made = settled.some(({ key, observed: existing }) => key === 'service-account' && existing)
  const written: JsonObject = present<Omit<EnvironmentStatus, 'resources'>>({
    state: lifecycle.state,
    expiresAt: told(lifecycle.expiresAt),
    nextSuspendTime: told(lifecycle.nextSuspend),
    nextResumeTime: told(lifecycle.nextResume),
    effective: { ...effective(environment), ...domainsOf(environment) },
    namespace: theNamespace(environment) ? environment.name : known('namespace'),
    serviceAccount: made ? nameOf(observed, 'service-account') : known('serviceAccount'),
    databases: over ? [] : databases.map(item => databaseLine(item, settled, environment)),
    services: over ? [] : services.map(item => serviceLine(item, settled)),
    links: supportLinks(platform),
  })
  return { ...written, resources: settled.map(resourceLine) }
}

const told = (moment: number | undefined): string | undefined => (moment === undefined ? undefined : timestamp(moment))

const databaseLine = (item: EnvironmentDatabase, settled: readonly Settled[], environment: Environment) => {
  const seed = environment.seeds.find(({ database }) => database === item.name)
  const found = settled.find(({ key }) => key === childKey({ family: 'database', name: item.name }))
  return present<NonNullable<EnvironmentStatus['databases']>[number]>({
    name: item.name,
    ready: found?.ready ? 'True' : 'False',
    secretName: textAt(found?.observed, 'status', 'binding', 'name'),
    seed: seed && progressOf(environment, seed).state,
  })
}

const serviceLine = ({ name }: EnvironmentService, settled: readonly Settled[]) => {
  const found = settled.find(({ key }) => key === childKey({ family: 'service', name }))
  return present<NonNullable<EnvironmentStatus['services']>[number]>({
    name,
    ready: found?.ready ? 'True' : 'False',
    image: textAt(found?.observed, 'status', 'image'),
  })
}

const effective = ({ settings, taken }: Environment): NonNullable<EnvironmentStatus['effective']> => {
  const { isolation, egress, level, mode, protection, quota, ttl, expireAction, schedule } = settings
  const decided = {
    isolation,
    egress,
    'podSecurity.level': level,
    'podSecurity.mode': mode,
    'deletion.protection': protection,
    ...(ttl.value !== undefined && { 'lifecycle.ttl': ttl, 'lifecycle.expireAction': expireAction }),
    ...(schedule.value !== undefined && { 'lifecycle.schedule': schedule }),
    ...Object.fromEntries(Object.entries(quota).map(([resource, setting]) => [`quota.${resource}`, setting])),
  }
  return {
    isolation: isolation.value,
    egress: egress.value,
    podSecurity: { level: level.value, mode: mode.value },
    quota: Object.fromEntries(Object.entries(quota).map(([resource, { value }]) => [resource, value])),
    deletion: { protection: protection.value },
    ...lifecycleOf(settings),
    origins: { ...originsOf(decided), ...fromSource(taken, decided) },
  }
}

/** What the services in it go by. */
const domainsOf = ({ network: { domain, allowedDomains } }: Environment) =>
  present<Pick<NonNullable<EnvironmentStatus['effective']>, 'domain' | 'allowedDomains'>>({
    domain,
    allowedDomains: allowedDomains.length > 0 ? [...allowedDomains] : undefined,
  })

const lifecycleOf = ({
  ttl,
  expireAction,
  schedule,
}: Environment['settings']): Pick<NonNullable<EnvironmentStatus['effective']>, 'lifecycle'> =>
  ttl.value === undefined && schedule.value === undefined
    ? {}
    : {
        lifecycle: present({
          ttl: ttl.value,
          expireAction: ttl.value === undefined ? undefined : expireAction.value,
          schedule: schedule.value && {
            suspend: schedule.value.suspend,
            resume: schedule.value.resume,
            timeZone: schedule.value.timeZone ?? 'UTC',
          },
        }),
      }

/** Which part of the spec a setting stands in, where that is not its own name. */
const partOf: Readonly<Record<string, string>> = { isolation: 'networking.isolation', egress: 'networking.egress' }

/** What the environment says only because another one does. */
const fromSource = (taken: readonly string[], decided: Readonly<Record<string, Setting<unknown>>>) =>
  Object.fromEntries(
    Object.entries(decided)
      .filter(([name, { from }]) => from === 'claim' && taken.includes(partOf[name] ?? name.split('.')[0] ?? ''))
      .map(([name]) => [name, 'cloned'] as const),
  )
