import * as Type from 'typebox'
import type { Static, TProperties } from 'typebox'
import { choice, cidr, label, namedList, text } from '../blocks/values.ts'
import { aksCluster, eksCluster, gkeCluster } from './identity.ts'

const identifier = (description: string) => text(512, { description, pattern: '^\\S+$' })

const providerConfigRef = Type.Optional(
  Type.Object(
    {
      kind: choice(['ClusterProviderConfig', 'ProviderConfig'], { description: 'Kind of the provider configuration.' }),
      name: label({ description: 'Its name.' }),
    },
    { description: 'The provider configuration that composed resources use. Default: ClusterProviderConfig default.' },
  ),
)

const tags = Type.Optional(
  Type.Record(Type.String(), text(128, { description: 'Value.' }), {
    maxProperties: 20,
    description: 'Tags (labels, on GCP) that every cloud resource gets.',
  }),
)

const clients = Type.Optional(
  Type.Array(cidr({ description: 'An IPv4 range.' }), {
    maxItems: 4,
    description: 'The ranges from which the cluster’s workloads connect; data services are opened for them.',
    'x-kubernetes-list-type': 'set',
  }),
)

const databases = Type.Optional(
  Type.Array(cidr({ description: 'An IPv4 range.' }), {
    maxItems: 8,
    description: 'Where databases are: services with restricted egress reach theirs there.',
    'x-kubernetes-list-type': 'set',
  }),
)

const regions = <Network extends TProperties, Rest extends TProperties>(network: Network, rest: Rest) =>
  Type.Array(
    Type.Object({
      name: text(40, { pattern: '^[a-z][a-z0-9-]*$', description: 'The region’s name.' }),
      network: Type.Optional(
        Type.Object(network, { description: 'The existing network that resources in this region use.' }),
      ),
      ...rest,
    }),
    { minItems: 1, maxItems: 40, description: 'The regions that claims may use, with their facts.', ...namedList },
  )

export const aws = Type.Object(
  {
    providerConfigRef,
    tags,
    cluster: Type.Optional(eksCluster),
    regions: regions(
      {
        vpcId: identifier('The VPC, such as vpc-0a1b2c3d.'),
        databaseSubnetIds: Type.Array(identifier('A subnet.'), {
          minItems: 2,
          maxItems: 12,
          description: 'Private subnets for databases, in at least two zones.',
          'x-kubernetes-list-type': 'set',
        }),
        publicSubnetIds: Type.Optional(
          Type.Array(identifier('A subnet.'), {
            minItems: 2,
            maxItems: 12,
            description: 'Public subnets, for databases with a public address.',
            'x-kubernetes-list-type': 'set',
          }),
        ),
        clientCidrs: clients,
        databaseCidrs: databases,
      },
      { encryptionKey: Type.Optional(identifier('ARN of the KMS key for CustomerManaged encryption.')) },
    ),
  },
  { description: 'AWS account facts.' },
)

export const gcp = Type.Object(
  {
    providerConfigRef,
    tags,
    cluster: Type.Optional(gkeCluster),
    project: identifier('The project, such as acme-prod.'),
    regions: regions(
      {
        network: identifier('The VPC network with private services access, as projects/P/global/networks/N.'),
        allocatedIpRange: Type.Optional(identifier('The allocated range for private services, if one is to be used.')),
        databaseCidrs: databases,
      },
      { encryptionKey: Type.Optional(identifier('The Cloud KMS key for CustomerManaged encryption.')) },
    ),
  },
  { description: 'Google Cloud project facts.' },
)

export const azure = Type.Object(
  {
    providerConfigRef,
    tags,
    cluster: Type.Optional(aksCluster),
    resourceGroup: identifier('The resource group that holds the resources.'),
    regions: regions(
      {
        virtualNetworkId: identifier('Resource ID of the virtual network.'),
        databaseSubnetId: identifier('Resource ID of the subnet delegated to PostgreSQL flexible servers.'),
        privateDnsZoneId: Type.Optional(
          identifier('Resource ID of a private DNS zone linked to the network. Without one, each server gets its own.'),
        ),
        databaseCidrs: databases,
      },
      {
        encryptionKey: Type.Optional(
          Type.Object(
            {
              keyVaultKeyId: identifier('The Key Vault key.'),
              userAssignedIdentityId: identifier('The identity that may use the key.'),
            },
            { description: 'The key for CustomerManaged encryption.' },
          ),
        ),
      },
    ),
  },
  { description: 'Azure subscription facts.' },
)

export type AwsPlatform = Static<typeof aws>
export type GcpPlatform = Static<typeof gcp>
export type AzurePlatform = Static<typeof azure>
