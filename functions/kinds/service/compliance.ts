import type { ComplianceProfile } from '../../../apis/blocks/compliance.ts'
import type { Provider } from '../../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import { textAt } from '../../runtime/read.ts'
import { eeaRegions, isInEea } from '../../settings/eea.ts'
import { isMoving } from '../../settings/images.ts'
import type { Deviation } from '../report.ts'
import { boundClaim } from './binding.ts'
import type { Service } from './service.ts'

/** What a rule looks at: the claim as it was written, and as it was decided. */
export interface Subject {
  readonly spec: ServiceSpec
  readonly service: Service
  readonly platform: PlatformSpec
}

/** Something that profiles ask for. */
export interface Rule {
  readonly name: string
  /** What is done or checked, for the documentation. */
  readonly what: string
  /** Where each profile asks for it. */
  readonly authority: Readonly<Partial<Record<ComplianceProfile, string>>>
  /** What in the claim contradicts it. */
  readonly broken?: (subject: Subject) => readonly Broken[]
  /** What can't be judged from here, and so is told. */
  readonly unknown?: (subject: Subject) => readonly string[]
}

interface Broken {
  readonly path: string
  readonly message: string
}

export const rules: readonly Rule[] = [
  {
    name: 'encrypted databases',
    what: 'Databases that are made with the service require TLS; one that is only used has to.',
    authority: {
      pci: 'PCI DSS v4.0.1, requirement 4.2.1',
      gdpr: 'GDPR Art. 32(1)(a)',
      hipaa: '45 CFR 164.312(e)(1)',
      soc2: 'TSC CC6.7',
    },
    broken: ({ service: { bindings, observed } }) =>
      bindings
        .filter(binding => binding.key === undefined)
        .filter(
          binding =>
            textAt(boundClaim(binding, observed), 'status', 'effective', 'encryption', 'inTransit') === 'Preferred',
        )
        .map(({ name, claimName }) => ({
          path: `spec.databases[${name}].ref`,
          message: `the XDatabase ${claimName} takes connections without TLS: set its spec.encryption.inTransit to Required`,
        })),
  },
  {
    name: 'data in the EEA',
    what: 'Databases that are made with the service are in a region of the European Economic Area.',
    authority: { gdpr: 'GDPR Art. 44' },
    broken: subject => {
      const { provider, region } = placeOf(subject)
      if (!hasOwnData(subject) || provider === 'Kubernetes' || isInEea(provider, region) !== false) return []
      const open = eeaRegions(provider).join(', ')
      return [
        {
          path: 'spec.placement.region',
          message: `${region} is not in the European Economic Area; ${provider} has ${open}`,
        },
      ]
    },
    unknown: subject =>
      hasOwnData(subject) && placeOf(subject).provider === 'Kubernetes'
        ? ['the data is in this cluster: whether that is in the European Economic Area, only whoever runs it knows']
        : [],
  },
  {
    name: 'closed ports',
    what: 'No port is open to the whole cluster.',
    authority: { pci: 'PCI DSS v4.0.1, requirement 1.3.1', gdpr: 'GDPR Art. 25(2)', hipaa: '45 CFR 164.312(a)(1)' },
    broken: ({ service: { ports } }) =>
      ports
        .filter(({ visibility }) => visibility === 'Internal')
        .map(({ name }) => ({
          path: `spec.ports[${name}].visibility`,
          message:
            'Internal lets in everything in the cluster: write Private or Team, and name others in networking.allowFrom',
        })),
  },
  {
    name: 'read-only program files',
    what: 'Nothing in the container changes its own program.',
    authority: { pci: 'PCI DSS v4.0.1, requirement 2.2.6', soc2: 'TSC CC6.8' },
    broken: ({ service: { rootFilesystem } }) =>
      rootFilesystem === 'ReadOnly'
        ? []
        : [
            {
              path: 'spec.security.container.rootFilesystem',
              message: 'Writable lets a program be changed while it runs: leave it out, and use volumes',
            },
          ],
  },
  {
    name: 'known versions',
    what: 'Every image has a version or a digest, in every environment.',
    authority: { pci: 'PCI DSS v4.0.1, requirement 6.5.1', soc2: 'TSC CC8.1' },
    broken: ({ service: { image, jobs, containers } }) =>
      [
        { path: 'spec.image', image },
        ...containers.map(container => ({
          path: `spec.additionalContainers[${container.name}].image`,
          image: container.image,
        })),
        ...jobs.map(job => ({ path: 'spec.rollout', image: job.image })),
      ]
        .filter(each => isMoving(each.image))
        .map(each => ({
          path: each.path,
          message: `${each.image} may be another program tomorrow: name a version or a digest`,
        })),
  },
  {
    name: 'a second pod',
    what: 'In Production there are at least two pods.',
    authority: { soc2: 'TSC A1.2' },
    broken: ({ service: { environment, scale, suspended } }) =>
      environment === 'Production' && scale.min < 2 && !suspended
        ? [{ path: 'spec.replicas.min', message: 'one pod is away when its node is: ask for two' }]
        : [],
  },
]

const profilesOf = ({ spec }: Subject): readonly ComplianceProfile[] => spec.compliance?.profiles ?? []

const held = (subject: Subject) =>
  rules.flatMap(rule => {
    const by = profilesOf(subject).filter(profile => rule.authority[profile] !== undefined)
    return by.length === 0 ? [] : [{ rule, by: by.map(profile => `${profile}: ${rule.authority[profile]}`).join('; ') }]
  })

/** What in a claim contradicts the profiles that it asks to keep. */
export const complianceRefusals = (subject: Subject): readonly Refusal[] =>
  held(subject).flatMap(({ rule, by }) =>
    (rule.broken?.(subject) ?? []).map(({ path, message }) => refuse('NotCompliant', path, `${message} (${by})`)),
  )

/** What of the profiles nobody here can tell. */
export const complianceDeviations = (subject: Subject): readonly Deviation[] =>
  held(subject).flatMap(({ rule, by }) =>
    (rule.unknown?.(subject) ?? []).map(reason => ({ field: 'spec.compliance.profiles', reason: `${reason} (${by})` })),
  )

const hasOwnData = ({ service }: Subject): boolean => service.bindings.some(({ key }) => key !== undefined)

/** Where the databases that are made with the service go. */
const placeOf = ({
  service,
  platform,
}: Subject): { readonly provider: Provider; readonly region: string | undefined } => {
  const { defaultPlacement, providers = {} } = platform
  const provider = service.placement?.provider ?? defaultPlacement?.provider ?? 'Kubernetes'
  const byDefault = provider === defaultPlacement?.provider ? defaultPlacement.region : undefined
  const { aws, gcp, azure } = providers
  const first = { AWS: aws?.regions, GCP: gcp?.regions, Azure: azure?.regions, Kubernetes: undefined }[provider]?.[0]
    ?.name
  return { provider, region: service.placement?.region ?? byDefault ?? first }
}
