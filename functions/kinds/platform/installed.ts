import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import type { Observed } from '../../runtime/observed.ts'
import type { SchemaSelector } from '../../runtime/protocol.ts'
import { at, steps } from '../../runtime/read.ts'
import { platformPath } from '../../settings/platform.ts'

/**
 * What a platform can declare, a kind that is there where it is installed, and what to install where it is not: a line each. With a value, it is
 * that value of the field which needs it.
 */
const declarable: readonly (readonly [field: string, kind: string, install: string, value?: string])[] = [
  ['providers.aws', 'rds.aws.m.upbound.io/v1beta1 Instance', 'Crossplane’s provider-aws-rds'],
  ['providers.gcp', 'sql.gcp.m.upbound.io/v1beta1 DatabaseInstance', 'Crossplane’s provider-gcp-sql'],
  [
    'providers.azure',
    'dbforpostgresql.azure.m.upbound.io/v1beta1 FlexibleServer',
    'Crossplane’s provider-azure-dbforpostgresql',
  ],
  ['providers.kubernetes.operators.postgres', 'postgresql.cnpg.io/v1 Cluster', 'CloudNativePG'],
  [
    'providers.kubernetes.backupStore',
    'barmancloud.cnpg.io/v1 ObjectStore',
    'the Barman Cloud plugin of CloudNativePG',
  ],
  [
    'providers.kubernetes.storage.snapshotClassName',
    'snapshot.storage.k8s.io/v1 VolumeSnapshot',
    'the CRDs and the controller of CSI snapshots',
  ],
  [
    'providers.kubernetes.ingress.gateway',
    'gateway.networking.k8s.io/v1 HTTPRoute',
    'the CRDs of the Gateway API, v1.5 or newer',
  ],
  [
    'providers.kubernetes.ingress.implementation',
    'gateway.envoyproxy.io/v1alpha1 SecurityPolicy',
    'Envoy Gateway',
    'EnvoyGateway',
  ],
  ['integrations.certificates', 'cert-manager.io/v1 Certificate', 'cert-manager'],
  ['integrations.autoscaling', 'keda.sh/v1alpha1 ScaledObject', 'KEDA'],
  ['integrations.monitoring', 'monitoring.coreos.com/v1 ServiceMonitor', 'the Prometheus operator'],
  ['integrations.dashboards', 'grafana.integreatly.org/v1beta1 GrafanaDashboard', 'the Grafana operator'],
  ['integrations.tracing', 'opentelemetry.io/v1alpha1 Instrumentation', 'the OpenTelemetry operator'],
]

const declaredBy = (spec: PlatformSpec) =>
  declarable.filter(([field, , , value]) => {
    const declared = at(spec, ...steps(field))
    return value === undefined ? declared !== undefined : declared === value
  })

/** Asks for the schema of a kind of each: what is not installed is no error then. Whole schemas come, but with this one object only. */
export const schemaChecks = (spec: PlatformSpec): readonly (readonly [string, SchemaSelector])[] =>
  declaredBy(spec).map(([field, kind]) => {
    const [apiVersion = '', name = ''] = kind.split(' ')
    return [field, { apiVersion, kind: name }]
  })

/** What is declared and not there. What has not been looked at yet counts as there. */
export const notInstalled = (spec: PlatformSpec, observed: Observed): readonly Refusal[] =>
  declaredBy(spec)
    .filter(([field]) => observed.installed(field) === false)
    .map(([field, kind, install]) =>
      refuse('NotInstalled', `${platformPath}.${field}`, `${kind} is not in this cluster: install ${install}`),
    )
