import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, cidr, label, set, text } from '../blocks/values.ts'
import { ingress } from './ingress.ts'

/** An S3-compatible store that the Barman Cloud plugin of CloudNativePG writes to. */
const backupStore = Type.Object(
  {
    destinationPath: text(512, { pattern: '^s3://\\S+$', description: 'Where backups go, such as s3://acme-backups.' }),
    endpointUrl: Type.Optional(
      text(512, { pattern: '^https?://\\S+$', description: 'The store’s address, if it is not AWS.' }),
    ),
    credentials: Type.Object(
      {
        mode: choice(['WorkloadIdentity', 'Secret'], {
          description: 'WorkloadIdentity: the pod’s own role. Secret: keys in a Secret of the claim’s namespace.',
        }),
        secretName: Type.Optional(
          label({ description: 'That Secret, with keys ACCESS_KEY_ID and ACCESS_SECRET_KEY. Default: backup-store.' }),
        ),
      },
      { description: 'How the database reaches the store.' },
    ),
  },
  {
    description:
      'Where database backups go. Without one, backups are volume snapshots inside the cluster, if it has them, and else there are none.',
  },
)

/** What environments have to know of the cluster to open exactly what has to be open. */
const network = Type.Object(
  {
    ingressNamespace: Type.Optional(
      label({
        description:
          'The namespace in which the pods of the ingress controller or gateway run: environments are open to it. Default: that of ingress.gateway.',
      }),
    ),
    apiServerCidrs: Type.Optional(
      Type.Array(cidr({ description: 'An IPv4 range.' }), {
        maxItems: 8,
        description:
          'Where the API server is. Databases in environments with restricted egress reach it there, and do not run without it.',
        ...set,
      }),
    ),
  },
  { description: 'The cluster’s network.' },
)

export const kubernetes = Type.Object(
  {
    operators: Type.Optional(
      Type.Object(
        {
          postgres: Type.Optional(
            Type.Object(
              {
                name: choice(['CloudNativePG'], { description: 'The operator that runs Postgres.' }),
                namespace: label({
                  description: 'The namespace it runs in. Default: cnpg-system.',
                  default: 'cnpg-system',
                }),
              },
              { description: 'The Postgres operator.' },
            ),
          ),
        },
        { description: 'The operators that are installed.' },
      ),
    ),
    storage: Type.Optional(
      Type.Object(
        {
          className: Type.Optional(label({ description: 'StorageClass for databases. Default: the cluster’s.' })),
          highIopsClassName: Type.Optional(label({ description: 'StorageClass for storage type HighIOPS.' })),
          snapshotClassName: Type.Optional(
            label({ description: 'VolumeSnapshotClass for backups without a store. Default: the cluster’s.' }),
          ),
          encryption: Type.Optional(
            choice(['Encrypted', 'Unknown'], {
              description: 'Whether these classes encrypt their volumes. Default: Unknown.',
            }),
          ),
        },
        { description: 'Storage for databases.' },
      ),
    ),
    backupStore: Type.Optional(backupStore),
    network: Type.Optional(network),
    ingress: Type.Optional(ingress),
  },
  { description: 'Facts of this cluster, for the provider Kubernetes.' },
)

export type KubernetesPlatform = Static<typeof kubernetes>
