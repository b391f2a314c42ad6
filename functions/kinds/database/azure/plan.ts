import { itemKey } from '../../../runtime/keys.ts'
import { each, type Plan } from '../../../runtime/plan.ts'
import type { DatabaseKey } from '../keys.ts'
import type { AzureDatabase } from './database.ts'
import { dnsLink, dnsZone } from './dns.ts'
import { firewallRule } from './firewall-rule.ts'
import { logicalDatabase } from './logical-database.ts'
import { server } from './server.ts'
import { tls } from './tls.ts'

/** A database on Azure: a flexible server inside the platform's network, or behind firewall rules where it is public. */
export const plan = (db: AzureDatabase): Plan<DatabaseKey> => ({
  'dns-zone': dnsZone(db),
  'dns-link': dnsLink(db),
  server: server(db),
  tls: tls(db),
  ...each(publicRanges(db), range => [itemKey('firewall', range.name), firewallRule(db, range)]),
  ...each(db.databases, database => [itemKey('database', database.name), logicalDatabase(db, database)]),
})

const publicRanges = ({ network }: AzureDatabase) => (network.exposure === 'Public' ? network.cidrs : [])
