import type { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'

/**
 * OpenSSL's verdict on Crossplane's own client certificate. Crossplane gives its authority and whatever it signs one and the same name,
 * and no key identifier: to OpenSSL a certificate like that has signed itself, and it never asks who really has. Source: Crossplane,
 * internal/initializer/cert_generator.go; OpenSSL, crypto/x509/v3_purp.c (`EXFLAG_SS`).
 */
const takenForSelfSigned = 'DEPTH_ZERO_SELF_SIGNED_CERT'

/** TLS client authentication (RFC 5280, 4.2.1.12). */
const clientAuthentication = '1.3.6.1.5.5.7.3.2'

/**
 * Why a client is not heard. Heard is whom OpenSSL trusts, and whoever it takes for self-signed but an authority has signed. Whoever shows
 * nothing is nobody: a client that resumes its session counts as trusted to Node, whether it had shown anything or not.
 */
export const refusalOf = (socket: TLSSocket, authorities: readonly X509Certificate[]): string | undefined => {
  const shown = socket.getPeerX509Certificate()
  if (!shown) return 'it shows no certificate'
  if (socket.authorized) return undefined
  const verdict = String(socket.authorizationError)
  if (verdict !== takenForSelfSigned) return verdict
  return isSignedByOne(shown, authorities, Date.now()) ? undefined : 'no authority in ca.crt has signed its certificate'
}

/** Whether an authority has signed a certificate, for a client, and both are valid. */
export const isSignedByOne = (
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
  now: number,
): boolean =>
  isValid(certificate, now) &&
  (certificate.keyUsage?.includes(clientAuthentication) ?? true) &&
  authorities.some(
    authority =>
      authority.ca &&
      isValid(authority, now) &&
      certificate.checkIssued(authority) &&
      certificate.verify(authority.publicKey),
  )

const isValid = ({ validFromDate, validToDate }: X509Certificate, now: number): boolean =>
  validFromDate.getTime() <= now && now <= validToDate.getTime()
