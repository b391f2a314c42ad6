import { expect, it } from 'vitest'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { faults } from '../../../../functions/kinds/platform/checks/index.ts'
import { examplePlatform } from '../../../harness/files.ts'

const network = { vpcId: 'vpc-1', databaseSubnetIds: ['a', 'b'] }
const gateway = { name: 'public', namespace: 'gateways' }
const nights = { suspend: '0 20 * * *', resume: '0 7 * * *' }

it('finds nothing in a platform that says nothing, and in the one of the examples', () => {
  expect(faults({})).toEqual([])
  expect(faults(examplePlatform()['spec'] as PlatformSpec)).toEqual([])
})

it.each<[string, PlatformSpec, string, RegExp]>([
  [
    'a region without a network',
    { providers: { aws: { regions: [{ name: 'eu-west-1', network }, { name: 'eu-west-2' }] } } },
    'MissingPlatformFact XPlatform/default spec.providers.aws.regions[eu-west-2].network',
    /not described/,
  ],
  [
    'a default provider that is not described',
    { defaultPlacement: { provider: 'GCP' } },
    'ProviderNotConfigured XPlatform/default spec.providers.gcp',
    /defaultPlacement names GCP/,
  ],
  [
    'a default region that is not open',
    {
      defaultPlacement: { provider: 'AWS', region: 'us-east-1' },
      providers: { aws: { regions: [{ name: 'eu-west-1', network }] } },
    },
    'RegionNotAllowed XPlatform/default spec.defaultPlacement.region',
    /AWS offers eu-west-1/,
  ],
  [
    'a way in from the internet that claims may not use',
    { providers: { kubernetes: { ingress: { api: 'GatewayAPI', gateway, certificates: 'Shared' } } } },
    'InvalidPlatform XPlatform/default spec.providers.kubernetes.ingress.exposure',
    /add Public there, or write Private here/,
  ],
  [
    'an ingress controller that runs nobody knows where',
    { providers: { kubernetes: { ingress: { api: 'Ingress', exposure: 'Private', certificates: 'Shared' } } } },
    'InvalidPlatform XPlatform/default spec.providers.kubernetes.network.ingressNamespace',
    /nobody says where it runs/,
  ],
  [
    'certificates of services on a gateway that takes none',
    {
      providers: {
        kubernetes: { ingress: { api: 'GatewayAPI', gateway, exposure: 'Private', certificates: 'PerService' } },
      },
      integrations: { certificates: { engine: 'CertManager', issuers: [{ name: 'a' }] } },
    },
    'InvalidPlatform XPlatform/default spec.providers.kubernetes.ingress.certificates',
    /write Shared/,
  ],
  [
    'certificates that nobody issues',
    {
      providers: {
        kubernetes: {
          ingress: { api: 'GatewayAPI', gateway, implementation: 'EnvoyGateway', exposure: 'Private' },
        },
      },
    },
    'InvalidPlatform XPlatform/default spec.integrations.certificates',
    /name who does/,
  ],
  [
    'a database range with host bits',
    {
      providers: { aws: { regions: [{ name: 'eu-west-1', network: { ...network, databaseCidrs: ['10.1.2.3/8'] } }] } },
    },
    'InvalidPlatform XPlatform/default spec.providers.aws.regions[eu-west-1].network.databaseCidrs',
    /write 10\.0\.0\.0\/8/,
  ],
  [
    'a region of a cluster',
    { defaultPlacement: { provider: 'Kubernetes', region: 'eu-west-1' } },
    'UnsupportedByProvider XPlatform/default spec.defaultPlacement.region',
    /leave it out/,
  ],
  [
    'a size on a machine that nobody knows',
    { classes: { sizes: [{ name: 'huge', cpu: '8', memory: '32Gi', aws: 'db.m7g.8xlargee' }] } },
    'UnknownMachine XPlatform/default spec.classes.sizes[huge].aws',
    /"db\.m7g\.8xlargee" is not an RDS instance class that this version knows/,
  ],
  [
    'a backup policy by which nothing is backed up',
    {
      classes: {
        backupPolicies: [{ name: 'never', schedule: '0 2 31 2 *', retentionDays: 7, pointInTimeRecovery: 'Disabled' }],
      },
    },
    'InvalidSchedule XPlatform/default spec.classes.backupPolicies[never].schedule',
    /nothing would be backed up/,
  ],
  [
    'a default that names no backup policy',
    { environmentTypes: [{ name: 'Test', backupPolicy: 'often' }] },
    'UnknownBackupPolicy XPlatform/default spec.environmentTypes[Test].backupPolicy',
    /daily, weekly, hourly/,
  ],
  [
    'a schedule that nobody can keep',
    { environmentTypes: [{ name: 'Test', lifecycle: { schedule: { ...nights, timeZone: 'Mars/Olympus' } } }] },
    'InvalidSchedule XPlatform/default spec.environmentTypes[Test].lifecycle.schedule.timeZone',
    /no time zone/,
  ],
  [
    'a type that is protected and expires',
    { environmentTypes: [{ name: 'Production', lifecycle: { ttl: '72h' } }] },
    'InvalidCombination XPlatform/default spec.environmentTypes[Production].lifecycle.ttl',
    /can’t expire by Delete/,
  ],
  [
    'a range with host bits',
    { policy: { allowedCidrs: ['10.0.0.1/8'] } },
    'InvalidPlatform XPlatform/default spec.policy.allowedCidrs',
    /write 10\.0\.0\.0\/8/,
  ],
  [
    'clients with host bits',
    { providers: { aws: { regions: [{ name: 'r', network: { ...network, clientCidrs: ['10.0.0.1/8'] } }] } } },
    'InvalidPlatform XPlatform/default spec.providers.aws.regions[r].network.clientCidrs',
    /write 10\.0\.0\.0\/8/,
  ],
  [
    'an API server at a range with host bits',
    { providers: { kubernetes: { network: { apiServerCidrs: ['10.0.0.1/8'] } } } },
    'InvalidPlatform XPlatform/default spec.providers.kubernetes.network.apiServerCidrs',
    /write 10\.0\.0\.0\/8/,
  ],
  [
    'a channel that goes by a label which every alert has already',
    { classes: { alertChannels: [{ name: 'pager', labels: [{ name: 'severity', value: 'page' }] }] } },
    'InvalidPlatform XPlatform/default spec.classes.alertChannels[pager].labels[severity]',
    /set on every alert already/,
  ],
])('tells the platform team of %s, before a claim meets it', (_, spec, where, says) => {
  const found = faults(spec)
  expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([where])
  expect(found[0]?.message).toMatch(says)
})

it('lets expire what does not lose data by it', () => {
  const lifecycle = { ttl: '72h' } as const
  expect(
    faults({
      environmentTypes: [
        { name: 'Preview', lifecycle },
        { name: 'Production', lifecycle: { ...lifecycle, expireAction: 'Suspend' } },
      ],
    }),
  ).toEqual([])
})
