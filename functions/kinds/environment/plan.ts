import { each, type Plan } from '../../runtime/plan.ts'
import { accessKey, roleBinding } from './access.ts'
import { childKey, childrenWanted, orderKey } from './child.ts'
import { claimOf } from './child-claim.ts'
import type { Environment } from './environment.ts'
import type { EnvironmentKey } from './keys.ts'
import { limitRange } from './limit-range.ts'
import { namespace } from './namespace.ts'
import { allowApiServer } from './network/allow-api-server.ts'
import { allowCollector } from './network/allow-collector.ts'
import { allowDns } from './network/allow-dns.ts'
import { allowEnvironment } from './network/allow-environment.ts'
import { allowIngress } from './network/allow-ingress.ts'
import { defaultDeny } from './network/default-deny.ts'
import { allowSeeds } from './network/allow-seeds.ts'
import { egress, egressKey } from './network/egress.ts'
import { holders, order } from './order.ts'
import { protection } from './protection.ts'
import { quota } from './quota.ts'
import { seedJobs } from './seed/job.ts'
import { serviceAccount } from './service-account.ts'

/** An environment: a Namespace that is bounded, closed to others and open to its people, with its databases and services. */
export const plan = (environment: Environment): Plan<EnvironmentKey> => ({
  namespace: namespace(environment),
  quota: quota(environment),
  'limit-range': limitRange(environment),
  'service-account': serviceAccount(environment),
  'default-deny': defaultDeny(environment),
  'allow-dns': allowDns(environment),
  'allow-environment': allowEnvironment(environment),
  'allow-ingress': allowIngress(environment),
  'allow-api-server': allowApiServer(environment),
  'allow-collector': allowCollector(environment),
  'allow-seeds': allowSeeds(environment),
  ...each(environment.network.allow, item => [egressKey(item), egress(environment, item)]),
  ...each(environment.access, item => [accessKey(item), roleBinding(environment, item)]),
  ...each(childrenWanted(environment), child => [childKey(child), claimOf(environment, child)]),
  ...seedJobs(environment),
  ...each(holders(environment), holder => [orderKey(holder), order(environment, holder)]),
  protection: protection(environment),
})
