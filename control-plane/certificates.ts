import { generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'

/** A certificate and its private key, both PEM. The key is PKCS#1: core reads no other form of its authority's. */
export interface Identity {
  readonly certificate: string
  readonly privateKey: string
}

/** Who somebody is. */
export interface DistinguishedName {
  readonly commonName: string
  /** Groups, to Kubernetes. */
  readonly organizations?: readonly string[]
}

/**
 * The name of Crossplane's authority, and of every certificate that it signs. None of them says which key signed it, and OpenSSL takes
 * the one for the other. Source: `pkixName` in Crossplane, internal/initializer/cert_generator.go.
 */
export const crossplaneName = { commonName: 'Crossplane', organizations: ['Crossplane'] } as const

/** What a new identity is for. */
export interface Subject extends DistinguishedName {
  readonly usages: readonly ('client' | 'server')[]
  /** DNS names, for a server that is not asked for by a loopback address only. */
  readonly names?: readonly string[]
}

const days = { authority: 3650, identity: 3650 } as const

/** An identity that may sign others. */
export const createAuthority = (name: DistinguishedName): Identity => {
  const keys = rsaKeys()
  const own = attributes(name)
  const extensions = [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]
  const certificate = certify(keys.publicKey, own, own, keys.privateKey, extensions, days.authority)
  return { certificate, privateKey: keys.privateKey }
}

/** Signs a new identity by an authority, whoever made that. A server's is good for 127.0.0.1 and localhost. */
export const issue = (authority: Identity, subject: Subject, validDays: number = days.identity): Identity => {
  const keys = rsaKeys()
  const names = ['localhost', ...(subject.names ?? [])]
  const extensions = [
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    {
      name: 'extKeyUsage',
      clientAuth: subject.usages.includes('client'),
      serverAuth: subject.usages.includes('server'),
    },
    {
      name: 'subjectAltName',
      altNames: [...names.map(value => ({ type: 2, value })), { type: 7, ip: '127.0.0.1' }],
    },
  ]
  const issuer = forge.pki.certificateFromPem(authority.certificate).subject.attributes
  const certificate = certify(keys.publicKey, attributes(subject), issuer, authority.privateKey, extensions, validDays)
  return { certificate, privateKey: keys.privateKey }
}

/** The keys that sign and check the tokens of service accounts. */
export const rsaKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })

type Name = forge.pki.CertificateField[]

const attributes = ({ commonName, organizations = [] }: DistinguishedName): Name => [
  ...organizations.map(value => ({ name: 'organizationName', value })),
  { name: 'commonName', value: commonName },
]

const certify = (
  publicKey: string,
  subject: Name,
  issuer: Name,
  signer: string,
  extensions: readonly object[],
  validDays: number,
): string => {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.serialNumber = serialNumber(randomBytes(15))
  const day = 24 * 60 * 60 * 1000
  // A clock that was set back a little must not make it invalid.
  certificate.validity.notBefore = new Date(Date.now() - day)
  certificate.validity.notAfter = new Date(Date.now() + validDays * day)
  certificate.setSubject(subject)
  certificate.setIssuer(issuer)
  certificate.setExtensions([...extensions])
  certificate.sign(forge.pki.privateKeyFromPem(signer), forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

/**
 * Of its own for every certificate of an authority, whoever made it. It begins with 1: Go refuses a number that is negative or
 * has a zero before it, which chance would bring once in a while (X.690, 8.3.2).
 */
export const serialNumber = (random: Buffer): string => `01${random.toString('hex')}`
