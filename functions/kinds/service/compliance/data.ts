import type { Provider } from '../../../../apis/blocks/placement.ts'
import { textAt } from '../../../runtime/read.ts'
import { eeaRegions, isInEea } from '../../../settings/eea.ts'
import { boundClaim } from '../binding.ts'
import type { Rule, Subject } from './rule.ts'

/** What is read on the way to a database could be anything. */
export const encryptedDatabases: Rule = {
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
      .map(({ path, kind, claimName }) => ({
        path: `${path}.ref`,
        message: `the ${kind} ${claimName} takes connections without TLS: set its spec.encryption.inTransit to Required`,
      })),
}

/** Personal data that leaves the EEA needs more than a claim can say. */
export const dataInTheEea: Rule = {
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
}

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
