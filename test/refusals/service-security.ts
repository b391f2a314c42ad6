import { platform } from '../harness/claims.ts'
import type { RefusalCase } from './refusals.ts'
import { at, certificates, domain, reached } from './service-traffic.ts'
import { production, refused } from './services.ts'

const nginx = reached({ api: 'Ingress', implementation: 'IngressNginx' }, certificates)

const rooted = { security: { podSecurity: { level: 'Baseline', reason: 'it starts as root' } } }

/** Services that ask for rights that they don't have, or contradict what they promise to keep. */
export const serviceSecurityRefusals: readonly RefusalCase[] = [
  refused(
    'OverrideNotAllowed',
    'an override of who its pods are',
    {
      overrides: [
        { target: 'deployment', reason: 'why', merge: { spec: { template: { spec: { hostNetwork: true } } } } },
      ],
    },
    'spec.overrides[0]',
    /spec\.template\.spec\.hostNetwork of deployment can't be changed/,
  ),
  refused(
    'UnknownPermission',
    'a permission that nobody declared',
    { security: { identity: { permissions: ['administrator'] } } },
    'spec.security.identity.permissions',
    /there is no permission "administrator"; there are read-invoices$/,
  ),
  refused(
    'UnknownPermission',
    'a permission of another namespace, which it is not told of either',
    { security: { identity: { permissions: ['send-mail'] } } },
    'spec.security.identity.permissions',
    /there are read-invoices$/,
  ),
  refused(
    'MissingPlatformFact',
    'a permission where nobody says which cloud the cluster runs on',
    { security: { identity: { permissions: ['a'] } } },
    'XPlatform/default spec.providers',
    /declare its cluster under aws, gcp or azure/,
    { platform: platform({ classes: { permissions: [{ name: 'a' }] } }) },
  ),
  refused(
    'MissingPlatformFact',
    'a permission that says nothing of the cluster’s cloud',
    { security: { identity: { permissions: ['a'] } } },
    'XPlatform/default spec.classes.permissions[a].gcp',
    /says nothing of the cloud/,
    {
      platform: platform({
        classes: { permissions: [{ name: 'a', aws: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }] },
        providers: {
          gcp: {
            project: 'acme',
            cluster: { workloadPool: 'acme.svc.id.goog' },
            regions: [{ name: 'europe-west1' }],
          },
        },
      }),
    },
  ),
  refused(
    'NotCompliant',
    'personal data outside of the European Economic Area',
    { databases: [{ name: 'db' }], compliance: { profiles: ['gdpr'] } },
    'spec.placement.region',
    /us-east-1 is not in the European Economic Area; AWS has .*eu-west-1.*GDPR Art\. 44/,
    {
      platform: platform({
        defaultPlacement: { provider: 'AWS' },
        providers: { aws: { regions: [{ name: 'us-east-1' }] } },
      }),
    },
  ),
  refused(
    'NotCompliant',
    'a port that is open to the cluster, under PCI',
    { ports: [{ name: 'http', port: 80, visibility: 'Internal' }], compliance: { profiles: ['pci'] } },
    'spec.ports[http].visibility',
    /Internal lets in everything.*PCI DSS v4\.0\.1, requirement 1\.3\.1/,
  ),
  refused(
    'PodSecurityNotAllowed',
    'an image that runs as root, where nobody has allowed any',
    rooted,
    'spec.security.podSecurity.level',
    /the platform allows none \(policy\.baselinePods\): .* security\.container\.runAsUser/,
    { platform: platform({}) },
  ),
  refused(
    'InvalidCombination',
    'root and somebody else',
    { security: { ...rooted.security, container: { runAsUser: 1000 } } },
    'spec.security.container.runAsUser',
    /leave this out, or podSecurity/,
  ),
  refused(
    'NotCompliant',
    'an image that runs as root, under SOC 2',
    { ...rooted, compliance: { profiles: ['soc2'] } },
    'spec.security.podSecurity.level',
    /Baseline lets the image run as root.*TSC CC6\.3/,
  ),
  refused(
    'NotCompliant',
    'a program that can be changed, under PCI',
    { security: { container: { rootFilesystem: 'Writable' } }, compliance: { profiles: ['pci'] } },
    'spec.security.container.rootFilesystem',
    /Writable lets a program be changed/,
  ),
  refused(
    'NotCompliant',
    'a moving image, under SOC 2, wherever it is',
    { image: 'registry.example.com/shop/api:latest', compliance: { profiles: ['soc2'] } },
    'spec.image',
    /TSC CC8\.1/,
  ),
  refused(
    'NotCompliant',
    'a single pod in Production, under SOC 2',
    { replicas: { min: 1 }, compliance: { profiles: ['soc2'] } },
    'spec.replicas.min',
    /TSC A1\.2/,
    production,
  ),
  ...(
    [
      ['pci', 'PCI DSS v4\\.0\\.1, requirement 4\\.2\\.1'],
      ['gdpr', 'GDPR Art\\. 32\\(1\\)\\(a\\)'],
      ['hipaa', '45 CFR 164\\.312\\(e\\)\\(1\\)'],
      ['soc2', 'TSC CC6\\.7'],
    ] as const
  ).map(([profile, authority]) =>
    refused(
      'NotCompliant',
      `plain HTTP from outside, under ${profile}`,
      {
        networking: { ingress: [{ name: 'web', domain, tls: { mode: 'Disabled' } }] },
        compliance: { profiles: [profile] },
      },
      `${at}.tls.mode`,
      new RegExp(`leave Disabled out \\(${profile}: ${authority}\\)`),
    ),
  ),
  refused(
    'NotCompliant',
    'plain HTTP beside HTTPS, under PCI',
    {
      networking: { ingress: [{ name: 'web', domain, tls: { redirect: 'Disabled' } }] },
      compliance: { profiles: ['pci'] },
    },
    `${at}.tls.redirect`,
    /plain HTTP is answered as well then: leave it out/,
    nginx,
  ),
]
