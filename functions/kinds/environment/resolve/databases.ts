import type { EnvironmentDatabase } from '../../../../apis/environment/database.ts'
import type { EnvironmentClaimDefaults } from '../../../../apis/environment/defaults.ts'
import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Size } from '../../../../apis/platform/classes.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { bytesOf } from '../../../runtime/quantity.ts'
import type { Environment as EnvironmentType } from '../../../settings/environment.ts'
import * as builtIn from '../../../settings/built-in.ts'
import { sizesOf, unknownSize } from '../../../settings/sizes.ts'
import { quotaResources, type QuotaResource, type TenancySettings } from '../../../settings/tenancy.ts'

/** Whether the databases of claims that do not say otherwise run in this cluster. */
export const inCluster = ({ placement }: EnvironmentSpec, { defaultPlacement }: PlatformSpec): boolean =>
  (placement?.provider ?? defaultPlacement?.provider ?? 'Kubernetes') === 'Kubernetes'

/** What of the databases can't be had: a size that nobody knows, and more than the quota leaves. */
export const databaseNeeds = (
  environment: EnvironmentSpec,
  type: EnvironmentType,
  { quota }: TenancySettings,
  platform: PlatformSpec,
): readonly Refusal[] => {
  const { defaults = {} } = environment
  const databases = databasesWanted(environment)
  const sizes = sizesOf(platform)
  const named = [
    ...databases.map(({ path, spec }) => [`${path}.spec.size`, spec?.size] as const),
    ['spec.defaults.size', defaults.size] as const,
  ]
  const unknown = named.flatMap(([path, size]) => unknownSize(size, path, platform))
  if (unknown.length > 0) return unknown
  const needs: Needs = inCluster(environment, platform)
    ? podNeeds(databases, defaults, type, sizes)
    : { databases: databases.length }
  return quotaResources.flatMap(resource => {
    const [need, allowed] = [needs[resource] ?? 0, quota[resource]?.value]
    return allowed === undefined || need <= (bytesOf(allowed) ?? Infinity)
      ? []
      : [
          refuse(
            'QuotaTooSmall',
            `spec.quota.${resource}`,
            `${allowed} is allowed; the databases need ${told(resource, need)}`,
          ),
        ]
  })
}

interface Wanted {
  readonly path: string
  readonly spec: EnvironmentDatabase['spec'] | undefined
}

/** Its own, and those that its services bring along. */
export const databasesWanted = ({ databases = [], services = [] }: EnvironmentSpec): readonly Wanted[] => [
  ...databases.map(({ name, spec }) => ({ path: `spec.databases[${name}]`, spec })),
  ...services.flatMap(service =>
    (service.spec?.databases ?? [])
      .filter(({ ref }) => ref === undefined)
      .map(({ name, spec }) => ({ path: `spec.services[${service.name}].spec.databases[${name}]`, spec })),
  ),
]

/** In cores, bytes and pieces. */
type Needs = Readonly<Partial<Record<QuotaResource, number>>>

/** What the pods of databases in the cluster request. A standby is a second one. */
const podNeeds = (
  databases: readonly Wanted[],
  defaults: EnvironmentClaimDefaults,
  type: EnvironmentType,
  sizes: readonly Size[],
) => {
  const pods = databases.flatMap(({ spec }) => {
    const size = sizes.find(({ name }) => name === (spec?.size ?? defaults.size ?? builtIn.size))
    const availability =
      spec?.availability ?? defaults.availability ?? type.declared.availability ?? type.builtIn.availability
    const pod = {
      cpu: bytesOf(size?.cpu ?? '') ?? 0,
      memory: bytesOf(size?.memory ?? '') ?? 0,
      storage: bytesOf(spec?.storage?.size ?? size?.storage ?? '20Gi') ?? 0,
    }
    return availability === 'MultiZone' ? [pod, pod] : [pod]
  })
  const sum = (resource: 'cpu' | 'memory' | 'storage') => pods.reduce((total, pod) => total + pod[resource], 0)
  return {
    cpu: sum('cpu'),
    memory: sum('memory'),
    storage: sum('storage'),
    pods: pods.length,
    databases: databases.length,
  }
}

const told = (resource: QuotaResource, need: number): string =>
  resource === 'memory' || resource === 'storage' ? `${Math.ceil(need / 2 ** 30)}Gi` : String(need)
