import { apiVersion } from '../../apis/group.ts'
import type { Provider } from '../../apis/blocks/placement.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { merge } from '../../simulator/api/merge.ts'

const merged = (object: JsonObject, change: JsonObject): JsonObject => merge(object, change, {}) as JsonObject

const uid = 'source-uid'

/** What the servers of databases that may be restored look like to their provider. */
const servers: Readonly<Record<Provider, JsonObject>> = {
  AWS: {
    apiVersion: 'rds.aws.m.upbound.io/v1beta1',
    kind: 'Instance',
    spec: { forProvider: { identifier: 'stock-instance' } },
  },
  GCP: {
    apiVersion: 'sql.gcp.m.upbound.io/v1beta1',
    kind: 'DatabaseInstance',
    metadata: { annotations: { 'crossplane.io/external-name': 'stock-instance' } },
    spec: { forProvider: { project: 'acme-data' } },
  },
  Azure: {
    apiVersion: 'dbforpostgresql.azure.m.upbound.io/v1beta1',
    kind: 'FlexibleServer',
    spec: { forProvider: {} },
    status: { atProvider: { id: '/subscriptions/0/stock-server' } },
  },
  Kubernetes: {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    spec: {
      plugins: [{ name: 'barman-cloud.cloudnative-pg.io', parameters: { barmanObjectName: 'stock-store' } }],
    },
  },
}

const regions: Readonly<Record<Provider, string | undefined>> = {
  AWS: 'eu-west-1',
  GCP: 'europe-west1',
  Azure: 'westeurope',
  Kubernetes: undefined,
}

interface Changes {
  readonly claim?: JsonObject
  readonly server?: JsonObject
  readonly store?: JsonObject
}

/** What Crossplane fetches for a claim that is restored from the database `shop/stock`, with what a test changes. */
export const restorable = (
  provider: Provider,
  { claim = {}, server = {}, store = {} }: Changes = {},
): Readonly<Record<string, readonly JsonObject[]>> => {
  const made = servers[provider]
  const region = regions[provider]
  return {
    'restore-claim': [
      merged(
        {
          apiVersion,
          kind: 'XDatabase',
          metadata: { name: 'stock', namespace: 'shop', uid, creationTimestamp: '2026-11-20T00:00:00Z' },
          spec: {
            engine: 'Postgres',
            backup: { allowedNamespaces: ['team-a'] },
            crossplane: {
              resourceRefs: [{ apiVersion: made['apiVersion'] ?? '', kind: made['kind'] ?? '', name: 'stock-server' }],
            },
          },
          status: {
            binding: { name: 'stock-conn' },
            placement: { provider, ...(region !== undefined && { region }) },
            storage: { allocated: '50Gi' },
            backup: { pointInTimeRecovery: 'Enabled', retentionDays: 7 },
            effective: {
              version: '16',
              database: 'stock',
              state: 'Active',
              encryption: { atRest: 'ProviderManaged' },
              network: { exposure: 'Private' },
            },
          },
        },
        claim,
      ),
    ],
    'restore-server': [
      merged(
        merged(made, {
          metadata: { name: 'stock-server', namespace: 'shop', ownerReferences: [{ uid, controller: true }] },
          ...(provider !== 'Kubernetes' && {
            spec: { providerConfigRef: { kind: 'ClusterProviderConfig', name: 'default' } },
          }),
        }),
        server,
      ),
    ],
    ...(provider === 'Kubernetes' && {
      'restore-store': [
        merged(
          {
            metadata: { name: 'stock-store', namespace: 'shop' },
            status: { serverRecoveryWindow: { 'stock-server': { firstRecoverabilityPoint: '2026-11-20T01:00:00Z' } } },
          },
          store,
        ),
      ],
    }),
  }
}
