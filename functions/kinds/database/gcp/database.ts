import type { GcpFacts } from '../../../settings/facts.ts'
import { nameOf } from '../../composed.ts'
import { gcpLabels } from '../../tags.ts'
import type { Database } from '../database.ts'

/** A claim with everything decided, and where on Google Cloud it goes. */
export interface GcpDatabase extends Database {
  readonly gcp: {
    /** Where the account is described, for messages. */
    readonly path: string
    readonly project: string
    readonly region: string
    readonly network: GcpFacts['region']['network']
    readonly encryptionKey: string | undefined
    readonly providerConfigRef: GcpFacts['providerConfigRef']
    readonly labels: Readonly<Record<string, string>>
    /** The instance’s name, which the databases and the user refer to. */
    readonly instanceName: string
  }
}

export const onGcp = (db: Database, { path, region, project, providerConfigRef, tags }: GcpFacts): GcpDatabase => ({
  ...db,
  gcp: {
    path,
    project,
    region: region.name,
    network: region.network,
    encryptionKey: region.encryptionKey,
    providerConfigRef,
    labels: gcpLabels(db.claim, tags),
    instanceName: nameOf(db.observed, 'instance'),
  },
})
