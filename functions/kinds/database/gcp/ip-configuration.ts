import type { DatabaseInstance } from '../../../generated/sql.gcp.m.upbound.io/database-instance.ts'
import { present } from '../../../runtime/json.ts'
import type { GcpDatabase } from './database.ts'

type Settings = NonNullable<DatabaseInstance['spec']['forProvider']['settings']>
type IpConfiguration = NonNullable<Settings['ipConfiguration']>

/** Always on the platform's network; with a public address only where the claim asks for it, open to its ranges. */
export const ipConfiguration = ({ gcp, network, encryption }: GcpDatabase): IpConfiguration =>
  present({
    privateNetwork: gcp.network.network,
    allocatedIpRange: gcp.network.allocatedIpRange,
    ipv4Enabled: network.exposure === 'Public',
    authorizedNetworks:
      network.exposure === 'Public' ? network.cidrs.map(({ name, cidr }) => ({ name, value: cidr })) : undefined,
    sslMode: encryption.inTransit === 'Required' ? 'ENCRYPTED_ONLY' : 'ALLOW_UNENCRYPTED_AND_ENCRYPTED',
  })
