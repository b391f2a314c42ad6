import { listAt, textAt } from '../../../runtime/read.ts'
import type { AzureDatabase } from './database.ts'

/**
 * The zones that Azure has chosen, of the server and of its standby: left out of the next request, they would look like a
 * change that Azure refuses. Remembered in the claim's status, for a pass in which the server is not observed.
 */
export const zonesOf = ({ claim, observed }: AzureDatabase): readonly string[] => {
  const provided = (...path: string[]) => textAt(observed.composed('server')?.resource, 'status', 'atProvider', ...path)
  const found = [provided('zone'), provided('highAvailability', 'standbyAvailabilityZone')]
  const known = listAt(claim.status, 'effective', 'zones').map(zone => (typeof zone === 'string' ? zone : undefined))
  return found.map((zone, index) => zone ?? known[index]).filter(zone => zone !== undefined)
}
