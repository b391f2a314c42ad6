import type { IngressPlatform } from '../../../../apis/platform/ingress.ts'
import type { Ingress } from '../../../../apis/service/ingress.ts'
import { hasOwnCertificates } from '../resolve/certificates.ts'
import { canRedirect } from '../resolve/redirect.ts'
import type { Broken, Rule } from './rule.ts'

/** What comes from outside crosses networks that are nobody's here. */
export const encryptedWaysIn: Rule = {
  name: 'encrypted ways in',
  what: 'From outside of the cluster it is reached by HTTPS only.',
  authority: {
    pci: 'PCI DSS v4.0.1, requirement 4.2.1',
    gdpr: 'GDPR Art. 32(1)(a)',
    hipaa: '45 CFR 164.312(e)(1)',
    soc2: 'TSC CC6.7',
  },
  broken: ({ spec, service: { traffic } }) =>
    (spec.networking?.ingress ?? []).flatMap(ingress => inTheClear(ingress, traffic?.platform)),
  unknown: ({ service: { traffic } }) =>
    traffic && mayAnswerHttp(traffic.platform)
      ? ['whether plain HTTP is answered too is up to what carries the traffic: only the platform team knows']
      : [],
}

const inTheClear = ({ name, tls = {} }: Ingress, declared: IngressPlatform | undefined): readonly Broken[] => {
  const path = `spec.networking.ingress[${name}].tls`
  if (tls.mode === 'Disabled')
    return [{ path: `${path}.mode`, message: 'what goes over plain HTTP can be read on the way: leave Disabled out' }]
  // An Ingress answers both, unless it redirects.
  return tls.redirect === 'Disabled' && declared?.api === 'Ingress'
    ? [{ path: `${path}.redirect`, message: 'plain HTTP is answered as well then: leave it out' }]
    : []
}

/** Where routes are attached to listeners that nobody has named, or an Ingress can't be told to redirect. */
const mayAnswerHttp = (declared: IngressPlatform): boolean =>
  declared.api === 'Ingress'
    ? !canRedirect(declared)
    : declared.gateway?.sectionName === undefined && !hasOwnCertificates(declared)
