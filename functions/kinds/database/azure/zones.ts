import { listAt, textAt } from '../../../runtime/read.ts'
import type { AzureDatabase } from './database.ts'

/**
 * The zones that Azure has chosen, of the server and of its standby: left out of the next request, they would look like a
 * change that Azure refuses. Remembered in the claim's status, for a pass in which the server is not observed.
 */
export const zonesOf = ({ claim, observed, availability }: AzureDatabase): readonly string[] => {
  const provided = (...path: string[]) => textAt(observed.composed('server')?.resource, 'status', 'atProvider', ...path)
  const known = listAt(claim.status, 'effective', 'zones').map(zone => (typeof zone === 'string' ? zone : undefined))
  const zone = provided('zone') ?? known[0]
  if (zone === undefined) return []
  const standby = provided('highAvailability', 'standbyAvailabilityZone') ?? known[1]
  return availability === 'MultiZone' && standby !== undefined ? [zone, standby] : [zone]
}
