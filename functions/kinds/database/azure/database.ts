import type { AzureFacts } from '../../../settings/facts.ts'
import { nameOf } from '../../composed.ts'
import { tags } from '../../tags.ts'
import type { Database } from '../database.ts'

/** A claim with everything decided, and where on Azure it goes. */
export interface AzureDatabase extends Database {
  readonly azure: {
    /** Where the account is described, for messages. */
    readonly path: string
    readonly location: string
    readonly resourceGroup: string
    readonly network: AzureFacts['region']['network']
    readonly encryptionKey: AzureFacts['region']['encryptionKey']
    readonly providerConfigRef: AzureFacts['providerConfigRef']
    readonly tags: Readonly<Record<string, string>>
    /** The server’s name, which everything else refers to; unique in all of Azure. */
    readonly serverName: string
  }
}

export const onAzure = (db: Database, facts: AzureFacts): AzureDatabase => ({
  ...db,
  azure: {
    path: facts.path,
    location: facts.region.name,
    resourceGroup: facts.resourceGroup,
    network: facts.region.network,
    encryptionKey: facts.region.encryptionKey,
    providerConfigRef: facts.providerConfigRef,
    tags: tags(db.claim, facts.tags),
    serverName: nameOf(db.observed, 'server'),
  },
})
