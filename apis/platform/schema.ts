import * as Type from 'typebox'
import type { Static } from 'typebox'
import { exposures } from '../blocks/network-access.ts'
import { providers } from '../blocks/placement.ts'
import { choice, cidr, domain, namedList, order, set, text } from '../blocks/values.ts'
import type { ApiKind } from '../kind.ts'
import { classes, environmentDefaults, environmentTypes } from './classes.ts'
import { integrations } from './integrations.ts'
import { kubernetes } from './kubernetes.ts'
import { aws, azure, gcp } from './providers.ts'
import { registry } from './workloads.ts'

const defaultPlacement = Type.Object(
  {
    provider: choice(providers, { description: 'The provider of claims that name none.' }),
    region: Type.Optional(text(40, { description: 'The region of claims that name none.' })),
  },
  { description: 'Where claims go that do not say. Default: Kubernetes.' },
)

const policy = Type.Object(
  {
    exposures: Type.Optional(
      Type.Array(choice(exposures, { description: 'An exposure.' }), {
        maxItems: 2,
        description:
          'What network.exposure may be; services are reached from the internet with Public. Default: Private only.',
        ...set,
      }),
    ),
    domains: Type.Optional(
      Type.Array(domain({ description: 'A domain, with all that is below it.' }), {
        maxItems: 40,
        description:
          'Domains that services may use; an environment can name fewer. Default: those of their environment.',
        ...set,
      }),
    ),
    overrides: Type.Optional(
      choice(['Deny', 'Allow'], {
        description: 'Whether claims may change what is composed by spec.overrides. Default: Deny.',
      }),
    ),
    baselinePods: Type.Optional(
      choice(['Deny', 'OutsideProduction', 'Allow'], {
        description:
          'Where services may ask for security.podSecurity.level Baseline, such as for an image that starts as root. Default: Deny.',
      }),
    ),
    allowedCidrs: Type.Optional(
      Type.Array(cidr({ description: 'An IPv4 range.' }), {
        maxItems: 40,
        description: 'Claims may open themselves to ranges inside these. Default: the private ranges of RFC 1918.',
        ...set,
      }),
    ),
  },
  { description: 'What claims may ask for.' },
)

const support = Type.Object(
  {
    docs: Type.Optional(text(512, { pattern: '^https?://\\S+$', description: 'The platform’s documentation.' })),
    slackChannel: Type.Optional(text(80, { description: 'Where to ask, such as #platform.' })),
    officeHours: Type.Optional(text(120, { description: 'When to ask in person.' })),
    ticketUrl: Type.Optional(text(512, { pattern: '^https?://\\S+$', description: 'Where to open a ticket.' })),
  },
  { description: 'Whom to ask. Shown where a person must ask someone.' },
)

export const platformSpec = Type.Object(
  {
    environmentType: Type.Optional(
      choice(environmentTypes, {
        description: 'What claims count as. Default: Development. Production protects data from deletion.',
        ...order(1),
      }),
    ),
    defaultPlacement: Type.Optional({ ...defaultPlacement, ...order(2) }),
    providers: Type.Optional(
      Type.Object(
        {
          aws: Type.Optional(aws),
          gcp: Type.Optional(gcp),
          azure: Type.Optional(azure),
          kubernetes: Type.Optional(kubernetes),
        },
        { description: 'The providers that claims may use, with the facts that the platform team knows.', ...order(3) },
      ),
    ),
    classes: Type.Optional({ ...classes, ...order(4) }),
    environmentTypes: Type.Optional(
      Type.Array(environmentDefaults, {
        maxItems: 6,
        description: 'Defaults of each environment type, in place of the built-in ones.',
        ...namedList,
        ...order(5),
      }),
    ),
    policy: Type.Optional({ ...policy, ...order(6) }),
    support: Type.Optional({ ...support, ...order(7) }),
    registry: Type.Optional({ ...registry, ...order(8) }),
    integrations: Type.Optional({ ...integrations, ...order(9) }),
  },
  { description: 'The platform team’s settings.' },
)

const platformStatus = Type.Object({
  sizes: Type.Optional(
    Type.Array(text(63, { description: 'A name.' }), { maxItems: 60, description: 'Sizes that claims may name.' }),
  ),
  backupPolicies: Type.Optional(
    Type.Array(text(63, { description: 'A name.' }), {
      maxItems: 40,
      description: 'Backup policies that claims may name.',
    }),
  ),
})

export type PlatformSpec = Static<typeof platformSpec>

export const platform: ApiKind = {
  kind: 'XPlatform',
  singular: 'xplatform',
  plural: 'xplatforms',
  shortNames: ['xplat'],
  scope: 'Cluster',
  description: 'The platform team’s settings for all claims of this control plane. One, named default.',
  spec: platformSpec,
  status: platformStatus,
  rules: [{ rule: "self.metadata.name == 'default'", message: 'there is one XPlatform, and it is named default' }],
  columns: [
    { name: 'PROVIDER', type: 'string', jsonPath: '.spec.defaultPlacement.provider' },
    { name: 'REGION', type: 'string', jsonPath: '.spec.defaultPlacement.region' },
    { name: 'ENVIRONMENT', type: 'string', jsonPath: '.spec.environmentType' },
    { name: 'VALID', type: 'string', jsonPath: '.status.conditions[?(@.type=="Valid")].status' },
    { name: 'INSTALLED', type: 'string', jsonPath: '.status.conditions[?(@.type=="Installed")].status' },
  ],
  providers: [],
}
