import { group } from '../../../apis/group.ts'
import { ResourceQuota } from '../../generated/core/resource-quota.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { quotaResources, type QuotaResource } from '../../settings/tenancy.ts'
import type { Environment } from './environment.ts'
import { placed } from './placed.ts'

/** What Kubernetes calls what we limit. Requests count: limits may be overcommitted. */
const hardNames: Readonly<Record<QuotaResource, string>> = {
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  storage: 'requests.storage',
  pods: 'pods',
  loadBalancers: 'services.loadbalancers',
  databases: `count/xdatabases.${group}`,
}

/** What all of the environment may use together. */
export const quota = (environment: Environment): Entry => {
  const hard = quotaResources.flatMap(resource => {
    const setting = environment.settings.quota[resource]
    return setting ? [[hardNames[resource], setting.value] as const] : []
  })
  return hard.length === 0
    ? absent('nothing is limited')
    : placed(environment, 'quota', ResourceQuota, { spec: { hard: Object.fromEntries(hard) } })
}
