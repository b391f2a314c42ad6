import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { AzureDatabase } from './database.ts'
import type { Deviation } from '../../report.ts'

export const checks = ({ azure, encryption }: AzureDatabase): readonly Refusal[] => {
  const key = `${azure.path}.regions[${azure.location}].encryptionKey`
  return encryption.atRest === 'CustomerManaged' && !azure.encryptionKey
    ? [refuse('MissingPlatformFact', key, 'CustomerManaged encryption needs a key')]
    : []
}

export const deviations = ({ network }: AzureDatabase): readonly Deviation[] =>
  network.exposure === 'Private' && network.cidrs.length > 0
    ? [
        {
          field: 'spec.network.allowedCidrs',
          reason: 'a private server is open to its network: the platform’s security group on the subnet narrows it',
        },
      ]
    : []
