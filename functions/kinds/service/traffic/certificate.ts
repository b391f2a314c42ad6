import { Certificate } from '../../../generated/cert-manager.io/certificate.ts'
import type { Claim } from '../../../runtime/observed.ts'
import { composedName } from '../../../runtime/names.ts'
import { object } from '../../composed.ts'
import type { Emit } from '../../../runtime/plan.ts'
import type { Service } from '../service.ts'
import { whenIssued } from './readiness.ts'
import type { Route } from './traffic.ts'

/** A certificate for a domain. cert-manager renews it, and the gateway takes the new one by itself. */
export const certificate = (
  { claim }: Service,
  key: string,
  { domain }: Route,
  issuer: { readonly kind: string; readonly name: string },
): Emit =>
  object(
    claim,
    key,
    Certificate,
    {
      spec: {
        secretName: issuedSecret(claim, domain),
        dnsNames: [domain],
        issuerRef: { group: 'cert-manager.io', kind: issuer.kind, name: issuer.name },
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      },
    },
    { readiness: whenIssued },
  )

/** Named by the domain, so that what is issued serves on while an ingress is renamed. */
const issuedSecret = (claim: Claim, domain: string): string => composedName(claim, `tls-${domain}`)

/** The Secret with a route's certificate; `undefined` where it is the gateway's, or there is none. */
export const secretNameOf = (claim: Claim, { domain, certificate: held }: Route): string | undefined => {
  switch (held.from) {
    case 'Issuer':
      return issuedSecret(claim, domain)
    case 'Secret':
      return held.secretName
    case 'Gateway':
    case 'Nobody':
      return undefined
  }
}
