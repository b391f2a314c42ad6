/** What a platform team chooses from. */
export type Cloud = 'aws' | 'gcp' | 'azure' | 'kubernetes'

/** A provider's package, and the API groups of its kinds that Roadbed composes. */
export interface ProviderPackage {
  readonly name: string
  /** The version that our schemas were made from: the oldest that is accepted. */
  readonly version: string
  /** The first version that is not accepted any more: its schemas may differ. */
  readonly below: string
  readonly groups: readonly string[]
}

interface CloudPackages {
  readonly title: string
  readonly providers: readonly ProviderPackage[]
  /** API groups of the cluster's own kinds and of operators, which no Crossplane package brings rights for. */
  readonly clusterGroups: readonly string[]
}

const provider = (name: string, version: string, below: string, ...groups: string[]): ProviderPackage => ({
  name,
  version,
  below,
  groups,
})

/** The choice of clouds: what each needs beside Crossplane and Roadbed itself. A family's own package comes with its members. */
export const clouds: Readonly<Record<Cloud, CloudPackages>> = {
  aws: {
    title: 'AWS',
    providers: [
      provider('provider-aws-ec2', 'v2.6.0', 'v3.0.0', 'ec2.aws.m.upbound.io'),
      provider('provider-aws-eks', 'v2.6.0', 'v3.0.0', 'eks.aws.m.upbound.io'),
      provider('provider-aws-iam', 'v2.6.0', 'v3.0.0', 'iam.aws.m.upbound.io'),
      provider('provider-aws-rds', 'v2.6.0', 'v3.0.0', 'rds.aws.m.upbound.io'),
      provider('provider-sql', 'v0.16.0', 'v0.17.0', 'postgresql.sql.m.crossplane.io'),
    ],
    clusterGroups: [],
  },
  gcp: {
    title: 'GCP',
    providers: [
      provider('provider-gcp-cloudplatform', 'v3.0.0', 'v4.0.0', 'cloudplatform.gcp.m.upbound.io'),
      provider('provider-gcp-sql', 'v3.0.0', 'v4.0.0', 'sql.gcp.m.upbound.io'),
    ],
    clusterGroups: [],
  },
  azure: {
    title: 'Azure',
    providers: [
      provider('provider-azure-dbforpostgresql', 'v2.7.0', 'v3.0.0', 'dbforpostgresql.azure.m.upbound.io'),
      provider('provider-azure-authorization', 'v2.7.0', 'v3.0.0', 'authorization.azure.m.upbound.io'),
      provider('provider-azure-managedidentity', 'v2.7.0', 'v3.0.0', 'managedidentity.azure.m.upbound.io'),
      provider('provider-azure-network', 'v2.7.0', 'v3.0.0', 'network.azure.m.upbound.io'),
    ],
    clusterGroups: [],
  },
  kubernetes: {
    title: 'Kubernetes',
    providers: [],
    clusterGroups: ['barmancloud.cnpg.io', 'postgresql.cnpg.io'],
  },
}

/** API groups that are composed whatever the cloud: what an environment is furnished with, and what services run by. */
export const commonGroups: readonly string[] = [
  '',
  'apps',
  'autoscaling',
  'batch',
  'cert-manager.io',
  'gateway.envoyproxy.io',
  'gateway.networking.k8s.io',
  'grafana.integreatly.org',
  'keda.sh',
  'monitoring.coreos.com',
  'networking.k8s.io',
  'opentelemetry.io',
  'policy',
  'rbac.authorization.k8s.io',
]

export const cloudNames = ['aws', 'gcp', 'azure', 'kubernetes'] as const satisfies readonly Cloud[]

/** Where the community publishes the providers. */
export const providerRepository = ({ name }: ProviderPackage): string => `xpkg.crossplane.io/crossplane-contrib/${name}`
