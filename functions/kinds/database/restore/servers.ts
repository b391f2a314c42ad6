import type { Provider } from '../../../../apis/blocks/placement.ts'
import { FlexibleServer } from '../../../generated/dbforpostgresql.azure.m.upbound.io/flexible-server.ts'
import { Cluster } from '../../../generated/postgresql.cnpg.io/cluster.ts'
import { Instance } from '../../../generated/rds.aws.m.upbound.io/instance.ts'
import { DatabaseInstance } from '../../../generated/sql.gcp.m.upbound.io/database-instance.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { partsAt, textAt } from '../../../runtime/read.ts'
import type { Readable } from '../../../runtime/unread.ts'

/** Whose backups a server is made of, as its provider is told. It stands in the server that is there, and never changes. */
export interface Beginning {
  /** How the provider knows the server that the backups are of. */
  readonly server: string
  /** The namespace of the claim that it is of, where the provider has to be told. */
  readonly namespace: string | undefined
  /** `undefined`: the latest that there is. */
  readonly pointInTime: string | undefined
}

/** What a claim's server is on one provider. */
export interface ServerKind {
  readonly provider: Provider
  readonly key: 'instance' | 'server' | 'cluster'
  readonly apiVersion: string
  readonly kind: string
  /** How the provider knows it; `undefined` until it does. */
  readonly idOf: (server: Readable) => string | undefined
  /** What it was made of; `undefined` for one that began empty. */
  readonly beginningOf: (server: Readable) => Beginning | undefined
}

const begun = (server: string | undefined, pointInTime: string | undefined, namespace?: string) =>
  server === undefined ? undefined : { server, pointInTime, namespace }

const asked = (server: Readable, ...path: readonly string[]) => textAt(server, 'spec', 'forProvider', ...path)

export const serverKinds: readonly ServerKind[] = [
  {
    provider: 'AWS',
    key: 'instance',
    ...Instance,
    idOf: server => asked(server, 'identifier'),
    beginningOf: server =>
      begun(
        asked(server, 'restoreToPointInTime', 'sourceDbInstanceIdentifier'),
        asked(server, 'restoreToPointInTime', 'restoreTime'),
      ),
  },
  {
    provider: 'GCP',
    key: 'instance',
    ...DatabaseInstance,
    idOf: server => textAt(server, 'metadata', 'annotations', 'crossplane.io/external-name'),
    beginningOf: server => begun(asked(server, 'clone', 'sourceInstanceName'), asked(server, 'clone', 'pointInTime')),
  },
  {
    provider: 'Azure',
    key: 'server',
    ...FlexibleServer,
    // Until Azure has made it there is only a name in the place of the id.
    idOf: server => textAt(server, 'status', 'atProvider', 'id')?.match(/^\/.*/)?.[0],
    beginningOf: server => begun(asked(server, 'sourceServerId'), asked(server, 'pointInTimeRestoreTimeInUtc')),
  },
  {
    provider: 'Kubernetes',
    key: 'cluster',
    ...Cluster,
    idOf: server => textAt(server, 'metadata', 'name'),
    beginningOf: server =>
      begun(
        textAt(partsAt(server, 'spec', 'externalClusters')[0], 'plugin', 'parameters', 'serverName'),
        textAt(server, 'spec', 'bootstrap', 'recovery', 'recoveryTarget', 'targetTime'),
        textAt(server, 'spec', 'bootstrap', 'recovery', 'source'),
      ),
  },
]

export interface Server {
  readonly kind: ServerKind
  readonly object: Readable
}

/** The server that a claim has, on whichever provider it is. */
export const serverOf = (observed: Observed): Server | undefined => {
  for (const kind of serverKinds) {
    const object = observed.composed(kind.key)?.resource
    if (object !== undefined && isOf(kind, object)) return { kind, object }
  }
  return undefined
}

export const isOf = ({ apiVersion, kind }: ServerKind, object: Readable): boolean =>
  textAt(object, 'apiVersion') === apiVersion && textAt(object, 'kind') === kind
