import type { Refusal } from '../../runtime/errors.ts'
import type { Edge } from '../../runtime/kind.ts'
import type { Plan } from '../../runtime/plan.ts'
import type { Requirement } from '../../runtime/protocol.ts'
import * as aws from './aws/index.ts'
import * as azure from './azure/index.ts'
import type { Details } from './connection.ts'
import type { Database } from './database.ts'
import * as gcp from './gcp/index.ts'
import type { DatabaseKey } from './keys.ts'
import * as kubernetes from './kubernetes/index.ts'
import type { Deviation } from '../report.ts'

/** What a database comes to on one provider. */
export interface OnProvider {
  /** What this provider refuses of the claim, beyond its capabilities. */
  readonly refusals: readonly Refusal[]
  readonly deviations: readonly Deviation[]
  readonly plan: Plan<DatabaseKey>
  readonly details: Details
  /** What the provider has to be told beside the observed resources. */
  readonly requirements: readonly (readonly [string, Requirement])[]
  readonly observations: Observations
}

/** What the status tells of the server as the provider has it; `undefined` until it is known. */
export interface Observations {
  readonly engineVersion: string | undefined
  /** A Kubernetes quantity. */
  readonly allocated: string | undefined
  /** Zones that the provider has chosen and that have to be asked for from then on: the server's, its standby's. */
  readonly zones: readonly string[]
  /** The server in the provider's own console. */
  readonly console: string | undefined
}

export const onProvider = (db: Database, edge: Edge): OnProvider => {
  switch (db.facts.provider) {
    case 'AWS':
      return aws.place(db, db.facts)
    case 'GCP':
      return gcp.place(db, db.facts, edge)
    case 'Azure':
      return azure.place(db, db.facts)
    case 'Kubernetes':
      return kubernetes.place(db, db.facts)
  }
}
