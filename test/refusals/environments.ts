import type { ErrorCode } from '../../functions/runtime/errors.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { environmentClaim, platform } from '../harness/claims.ts'
import type { RefusalCase } from './refusals.ts'

const refused = (
  code: ErrorCode,
  why: string,
  spec: JsonObject,
  path: string,
  says: RegExp,
  more: Partial<RefusalCase> = {},
): RefusalCase => ({ code, why, claim: environmentClaim(spec), path, says, ...more })

const database = (spec: JsonObject = {}) => [{ name: 'orders', spec }]
const subject = (fields: JsonObject): JsonObject => ({ access: [{ name: 'a', role: 'Viewer', subject: fields }] })
const labels = (fields: JsonObject): JsonObject => ({ namespace: { labels: fields } })
const restricted = (egress: JsonObject = {}): JsonObject => ({
  networking: { egress: { mode: 'Restricted', ...egress } },
})

const schedule = (fields: JsonObject): JsonObject => ({
  lifecycle: { schedule: { suspend: '0 20 * * *', resume: '0 7 * * *', ...fields } },
})

/** Environments that a new control plane refuses at once. */
export const environmentRefusals: readonly RefusalCase[] = [
  refused(
    'NamespaceNotLent',
    'a Namespace that is not there',
    { namespace: { mode: 'Existing' } },
    'spec.namespace.mode',
    /there is no Namespace "shop": make it, or use Create/,
  ),
  refused(
    'UnknownSize',
    'a database of a size that nobody declared',
    { databases: database({ size: 'huge' }) },
    'spec.databases[orders].spec.size',
    /small, medium, large, xlarge/,
  ),
  refused(
    'UnknownSize',
    'a default size that nobody declared',
    { defaults: { size: 'huge' } },
    'spec.defaults.size',
    /small, medium, large, xlarge/,
  ),
  refused(
    'UnknownBackupPolicy',
    'a default backup policy that nobody declared',
    { defaults: { backupPolicy: 'often' } },
    'spec.defaults.backupPolicy',
    /daily, weekly, hourly/,
  ),
  refused(
    'RegionNotAllowed',
    'a region that is not open',
    { placement: { provider: 'AWS', region: 'us-east-1' } },
    'spec.placement.region',
    /AWS offers eu-west-1/,
  ),
  refused(
    'ProviderNotConfigured',
    'a provider that the platform does not describe',
    { placement: { provider: 'AWS' } },
    'XPlatform/default spec.providers.aws',
    /claims can't go there/,
    { platform: platform({}) },
  ),
  refused(
    'QuotaTooSmall',
    'databases that are as large as the environment’s default makes them',
    { databases: database(), defaults: { size: 'xlarge', availability: 'MultiZone' }, quota: { memory: '48Gi' } },
    'spec.quota.memory',
    /48Gi is allowed; the databases need 64Gi/,
    { platform: platform({}) },
  ),
  refused(
    'QuotaTooSmall',
    'more databases than its quota allows',
    { databases: database(), quota: { databases: 0 } },
    'spec.quota.databases',
    /0 is allowed; the databases need 1/,
  ),
  refused(
    'QuotaTooSmall',
    'more databases than its quota allows, with those of its services',
    {
      databases: database(),
      services: [{ name: 'api', spec: { databases: [{ name: 'own' }] } }],
      quota: { databases: 1 },
    },
    'spec.quota.databases',
    /1 is allowed; the databases need 2/,
  ),
  refused(
    'UnknownSize',
    'a size that nobody knows, of a service’s database',
    { services: [{ name: 'api', spec: { databases: [{ name: 'own', spec: { size: 'huge' } }] } }] },
    'spec.services[api].spec.databases[own].spec.size',
    /there is no size "huge"/,
  ),
  refused(
    'QuotaTooSmall',
    'databases in the cluster that need more memory than its quota allows',
    { databases: database({ size: 'large', availability: 'MultiZone' }), quota: { memory: '16Gi' } },
    'spec.quota.memory',
    /16Gi is allowed; the databases need 32Gi/,
    { platform: platform({}) },
  ),
  refused(
    'MissingPlatformFact',
    'databases that could not reach the API server',
    { ...restricted(), databases: database() },
    'XPlatform/default spec.providers.kubernetes.network.apiServerCidrs',
    /the platform has to say where it is/,
    { platform: platform({}) },
  ),
  refused(
    'InvalidPlatform',
    'an API server at a range with host bits',
    restricted(),
    'XPlatform/default spec.providers.kubernetes.network.apiServerCidrs',
    /write 10\.96\.0\.0\/16/,
    { platform: platform({ providers: { kubernetes: { network: { apiServerCidrs: ['10.96.0.1/16'] } } } }) },
  ),
  refused(
    'InvalidClaim',
    'egress to a range with host bits',
    restricted({ allow: [{ name: 'payments', cidr: '10.1.2.3/16' }] }),
    'spec.networking.egress.allow[payments].cidr',
    /write 10\.1\.0\.0\/16/,
  ),
  refused(
    'InvalidClaim',
    'a label that would weaken pod security',
    labels({ 'pod-security.kubernetes.io/enforce': 'privileged' }),
    'spec.namespace.labels["pod-security.kubernetes.io/enforce"]',
    /leave it out/,
  ),
  refused(
    'InvalidClaim',
    'a label that would make it another namespace for policies',
    labels({ 'kubernetes.io/metadata.name': 'ingress-nginx' }),
    'spec.namespace.labels["kubernetes.io/metadata.name"]',
    /leave it out/,
  ),
  refused(
    'InvalidClaim',
    'a label that no API server takes',
    labels({ 'not a name': 'a' }),
    'spec.namespace.labels["not a name"]',
    /is no name that Kubernetes takes/,
  ),
  refused(
    'InvalidClaim',
    'an annotation that is Crossplane’s',
    { namespace: { annotations: { 'crossplane.io/composition-resource-name': 'other' } } },
    'spec.namespace.annotations["crossplane.io/composition-resource-name"]',
    /leave it out/,
  ),
  refused(
    'UnknownEnvironment',
    'a clone of nothing',
    { cloneFrom: { environment: 'elsewhere' } },
    'spec.cloneFrom.environment',
    /there is no XEnvironment "elsewhere"/,
  ),
  refused('TtlRequired', 'a Preview for ever', { type: 'Preview' }, 'spec.lifecycle.ttl', /such as 72h/),
  refused(
    'InvalidCombination',
    'a protected environment that would be deleted when its time is over',
    { type: 'Production', lifecycle: { ttl: '72h' } },
    'spec.lifecycle.ttl',
    /set that to Disabled, or expireAction to Suspend/,
  ),
  refused(
    'InvalidSchedule',
    'a time zone that there is not',
    schedule({ timeZone: 'Europe/Atlantis' }),
    'spec.lifecycle.schedule.timeZone',
    /there is no time zone "Europe\/Atlantis"/,
  ),
  refused(
    'InvalidSchedule',
    'a sleep from which it never wakes',
    schedule({ resume: '0 7 31 2 *' }),
    'spec.lifecycle.schedule.resume',
    /would never wake/,
  ),
  refused(
    'InvalidSchedule',
    'a sleep that ends when it begins',
    schedule({ suspend: '0 7 * * *' }),
    'spec.lifecycle.schedule.suspend',
    /would never sleep/,
  ),
  refused(
    'InvalidSchedule',
    'a time that no clock shows',
    schedule({ suspend: '0 24 * * *' }),
    'spec.lifecycle.schedule.suspend',
    /is no schedule/,
  ),
  refused(
    'InvalidPlatform',
    'a schedule of the platform’s that can’t be kept',
    { type: 'Test' },
    'XPlatform/default spec.environmentTypes[Test].lifecycle.schedule.resume',
    /is no schedule/,
    {
      platform: platform({
        environmentTypes: [{ name: 'Test', lifecycle: { schedule: { suspend: '0 20 * * *', resume: '61 7 * * *' } } }],
      }),
    },
  ),
  refused(
    'InvalidClaim',
    'a group in a namespace',
    subject({ kind: 'Group', name: 'g', namespace: 'ci' }),
    'spec.access[a].subject.namespace',
    /a Group has no namespace/,
  ),
  refused(
    'InvalidClaim',
    'a ServiceAccount that can’t be one',
    subject({ kind: 'ServiceAccount', name: 'Not:One' }),
    'spec.access[a].subject.name',
    /is no name of a ServiceAccount/,
  ),
]
