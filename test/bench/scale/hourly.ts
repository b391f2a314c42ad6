import { listAt, textAt } from '../../../functions/runtime/read.ts'
import { isObject } from '../../../functions/runtime/json.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { convergeClaim } from '../../harness/plane.ts'

/** How often core calls for one claim in an hour, in the simulated control plane. */
export interface Hourly {
  readonly rest: number
  readonly outage: number
}

/** Long enough after the last transition. */
const settled = 3600

/**
 * A database on AWS that is Ready, and the same while its provider can't reach the cloud: all that it manages turns not ready, and stays so. No
 * event comes in either; core calls when a time to live ends. The first hour, in which it is looked at more often, does not count.
 */
export const hourly = async (hours = 1): Promise<Hourly> => {
  const { plane, ref } = await convergeClaim(databaseClaim(), { provider: 'AWS' })
  const callsAnHour = async (): Promise<number> => {
    let [calls, seconds] = [0, 0]
    for (; seconds < hours * 3600; calls++) {
      const { ttl } = await plane.reconcile(ref)
      plane.advance(ttl)
      seconds += ttl
    }
    return calls / (seconds / 3600)
  }
  plane.advance(settled)
  const rest = await callsAnHour()
  for (const object of plane.api.list().filter(each => textAt(each, 'apiVersion')?.includes('.upbound.io/'))) {
    const conditions = listAt(object, 'status', 'conditions')
      .filter(isObject)
      .map(condition => (textAt(condition, 'type') === 'Ready' ? { ...condition, status: 'False' } : condition))
    plane.api.update(
      { ...object, status: { ...(isObject(object['status']) ? object['status'] : {}), conditions } },
      'provider',
    )
  }
  await callsAnHour()
  return { rest, outage: await callsAnHour() }
}
