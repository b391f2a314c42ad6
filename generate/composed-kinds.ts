/** One kind that Roadbed composes, as `<apiVersion> <Kind>`. */
export type ComposedKind = `${string}/${string} ${string}`

/** Every kind of Kubernetes itself that we compose. `npm run generate -- --kubernetes DIR` makes a type and a schema of each. */
export const kubernetesKinds: readonly string[] = [
  'v1 ConfigMap',
  'v1 LimitRange',
  'v1 Namespace',
  'v1 PersistentVolumeClaim',
  'v1 ResourceQuota',
  'v1 Secret',
  'v1 Service',
  'v1 ServiceAccount',
  'apps/v1 Deployment',
  'autoscaling/v2 HorizontalPodAutoscaler',
  'batch/v1 Job',
  'networking.k8s.io/v1 NetworkPolicy',
  'policy/v1 PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1 RoleBinding',
]

/** Every CRD-backed kind that we compose. `npm run generate -- --crds DIR` makes a type and a schema of each. */
export const composedKinds: readonly ComposedKind[] = [
  'rds.aws.m.upbound.io/v1beta1 Instance',
  'rds.aws.m.upbound.io/v1beta1 InstanceState',
  'rds.aws.m.upbound.io/v1beta1 SubnetGroup',
  'rds.aws.m.upbound.io/v1beta1 ParameterGroup',
  'ec2.aws.m.upbound.io/v1beta1 SecurityGroup',
  'ec2.aws.m.upbound.io/v1beta1 SecurityGroupIngressRule',
  'sql.gcp.m.upbound.io/v1beta1 DatabaseInstance',
  'sql.gcp.m.upbound.io/v1beta1 Database',
  'sql.gcp.m.upbound.io/v1beta1 User',
  'dbforpostgresql.azure.m.upbound.io/v1beta1 FlexibleServer',
  'dbforpostgresql.azure.m.upbound.io/v1beta1 FlexibleServerDatabase',
  'dbforpostgresql.azure.m.upbound.io/v1beta1 FlexibleServerConfiguration',
  'dbforpostgresql.azure.m.upbound.io/v1beta1 FlexibleServerFirewallRule',
  'network.azure.m.upbound.io/v1beta1 PrivateDNSZone',
  'network.azure.m.upbound.io/v1beta1 PrivateDNSZoneVirtualNetworkLink',
  'postgresql.cnpg.io/v1 Cluster',
  'postgresql.cnpg.io/v1 Database',
  'postgresql.cnpg.io/v1 ScheduledBackup',
  'barmancloud.cnpg.io/v1 ObjectStore',
  'postgresql.sql.m.crossplane.io/v1alpha1 Database',
  'postgresql.sql.m.crossplane.io/v1alpha1 ProviderConfig',
  'keda.sh/v1alpha1 ScaledObject',
  'protection.crossplane.io/v1beta1 Usage',
  'protection.crossplane.io/v1beta1 ClusterUsage',
]
