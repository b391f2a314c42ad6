import type { EnvironmentDatabase } from '../../../../apis/environment/database.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Size } from '../../../../apis/platform/classes.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { bytesOf } from '../../../runtime/quantity.ts'
import type { Environment as EnvironmentType } from '../../../settings/environment.ts'
import { sizesOf } from '../../../settings/sizes.ts'
import { quotaResources, type QuotaResource, type TenancySettings } from '../../../settings/tenancy.ts'

/** Whether the databases of claims that do not say otherwise run in this cluster. */
export const inCluster = ({ defaultPlacement }: PlatformSpec): boolean =>
  (defaultPlacement?.provider ?? 'Kubernetes') === 'Kubernetes'

/** What of the databases can't be had: a size that nobody knows, and more than the quota leaves. */
export const databaseNeeds = (
  databases: readonly EnvironmentDatabase[],
  type: EnvironmentType,
  { quota }: TenancySettings,
  platform: PlatformSpec,
): readonly Refusal[] => {
  const sizes = sizesOf(platform)
  const unknown = databases.filter(({ spec }) => !sizes.some(({ name }) => name === sizeName(spec)))
  if (unknown.length > 0) {
    const names = sizes.map(({ name }) => name).join(', ')
    return unknown.map(({ name, spec }) =>
      refuse(
        'UnknownSize',
        `spec.databases[${name}].spec.size`,
        `there is no size "${sizeName(spec)}"; there are ${names}`,
      ),
    )
  }
  const needs: Needs = inCluster(platform) ? podNeeds(databases, type, sizes) : { databases: databases.length }
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

/** In cores, bytes and pieces. */
type Needs = Readonly<Partial<Record<QuotaResource, number>>>

const sizeName = (spec: EnvironmentDatabase['spec']): string => spec?.size ?? 'small'

/** What the pods of databases in the cluster request. A standby is a second one. */
const podNeeds = (databases: readonly EnvironmentDatabase[], type: EnvironmentType, sizes: readonly Size[]) => {
  const pods = databases.flatMap(({ spec }) => {
    const size = sizes.find(({ name }) => name === sizeName(spec))
    const availability = spec?.availability ?? type.declared.availability ?? type.builtIn.availability
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
