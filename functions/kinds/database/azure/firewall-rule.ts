import { FlexibleServerFirewallRule } from '../../../generated/dbforpostgresql.azure.m.upbound.io/flexible-server-firewall-rule.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { addressRange } from '../../../settings/network.ts'
import { managed } from '../../composed.ts'
import type { AzureDatabase } from './database.ts'

/** Opens a public server to one range that the claim names. */
export const firewallRule = (db: AzureDatabase, { name, cidr }: AzureDatabase['network']['cidrs'][number]): Emit => {
  const [startIpAddress, endIpAddress] = addressRange(cidr)
  return managed(
    db,
    itemKey('firewall', name),
    FlexibleServerFirewallRule,
    { serverIdRef: { name: db.azure.serverName }, startIpAddress, endIpAddress },
    { providerConfigRef: db.azure.providerConfigRef },
  )
}
