import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import forge from 'node-forge'

/** PEM. */
export interface Identity {
  readonly certificate: string
  readonly privateKey: string
}

/** A certificate authority that lives as long as this process, with an identity for a server on loopback and one for its client. */
export interface Authority {
  readonly certificate: string
  readonly server: Identity
  readonly client: Identity
}

export const createAuthority = (): Authority => {
  const keys = rsaKeys()
  const name = [{ name: 'commonName', value: 'Roadbed demo' }]
  const certificate = certify(keys.publicKey, name, name, keys.privateKey, [{ name: 'basicConstraints', cA: true }])
  const issue = (commonName: string, extensions: readonly object[]): Identity => {
    const own = rsaKeys()
    const subject = [{ name: 'commonName', value: commonName }]
    return {
      certificate: certify(own.publicKey, subject, name, keys.privateKey, extensions),
      privateKey: own.privateKey,
    }
  }
  return {
    certificate,
    server: issue('function-roadbed', [
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ]),
    client: issue('crossplane', [{ name: 'extKeyUsage', clientAuth: true }]),
  }
}

/** Writes the three files that a function, or Crossplane, expects in its folder. */
export const writeIdentity = (folder: string, { certificate, privateKey }: Identity, authority: Authority): void => {
  writeFileSync(join(folder, 'ca.crt'), authority.certificate)
  writeFileSync(join(folder, 'tls.crt'), certificate)
  writeFileSync(join(folder, 'tls.key'), privateKey, { mode: 0o600 })
}

const rsaKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })

type Name = { name: string; value: string }[]

let serial = 0

const certify = (
  publicKey: string,
  subject: Name,
  issuer: Name,
  signer: string,
  extensions: readonly object[],
): string => {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.serialNumber = (++serial).toString(16).padStart(2, '0')
  const day = 24 * 60 * 60 * 1000
  certificate.validity.notBefore = new Date(Date.now() - day)
  certificate.validity.notAfter = new Date(Date.now() + 7 * day)
  certificate.setSubject(subject)
  certificate.setIssuer(issuer)
  certificate.setExtensions([...extensions])
  certificate.sign(forge.pki.privateKeyFromPem(signer), forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}
