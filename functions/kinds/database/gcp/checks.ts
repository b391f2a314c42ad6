import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { GcpDatabase } from './database.ts'
import type { Deviation } from '../../report.ts'

export const checks = ({ gcp, encryption }: GcpDatabase): readonly Refusal[] => {
  const key = `${gcp.path}.regions[${gcp.region}].encryptionKey`
  return encryption.atRest === 'CustomerManaged' && !gcp.encryptionKey
    ? [refuse('MissingPlatformFact', key, 'CustomerManaged encryption needs a key')]
    : []
}

export const deviations = ({ network }: GcpDatabase): readonly Deviation[] =>
  network.exposure === 'Private' && network.cidrs.length > 0
    ? [
        {
          field: 'spec.network.allowedCidrs',
          reason: 'Cloud SQL’s private address is open to the whole network: ranges can’t narrow it',
        },
      ]
    : []
