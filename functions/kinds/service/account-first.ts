import { waiting, type Entry, type Plan } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import type { ServiceKey } from './keys.ts'
import type { Service } from './service.ts'

/**
 * Has the first pods wait for their ServiceAccount: made in the same pass they may come before it, and Kubernetes refuses them and warns. Not before
 * the plan is whole, so that what is wrong with it is told at once.
 */
export const accountFirst = ({ observed }: Service, plan: Plan<ServiceKey>): Plan<ServiceKey> =>
  observed.composed('service-account')
    ? plan
    : Object.fromEntries(
        Object.entries(plan).map(([key, entry]) => [
          key,
          hasPods(entry) && !observed.composed(key)
            ? waiting('service-account', 'the ServiceAccount is not there yet')
            : entry,
        ]),
      )

const podKinds = new Set<string | undefined>(['Deployment', 'Job'])

const hasPods = (entry: Entry | undefined): boolean =>
  entry?.state === 'emit' && podKinds.has(textAt(entry.resource, 'kind'))
