import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createAuthority as createSigner,
  crossplaneName,
  issue,
  type Identity,
} from '../../control-plane/certificates.ts'

/**
 * A certificate authority that lives as long as this process, with an identity for a server on loopback and one for its client. The
 * client's looks as Crossplane's does; a server's that did would be refused by the clients that we have, which are no Go programs.
 */
export interface Authority {
  readonly certificate: string
  readonly server: Identity
  readonly client: Identity
}

const validDays = 7

export const createAuthority = (): Authority => {
  const signer = createSigner(crossplaneName)
  return {
    certificate: signer.certificate,
    server: issue(signer, { commonName: 'function-roadbed', usages: ['server'] }, validDays),
    client: issue(signer, { ...crossplaneName, usages: ['client'] }, validDays),
  }
}

/** Writes the three files that a function, or Crossplane, expects in its folder. */
export const writeIdentity = (folder: string, { certificate, privateKey }: Identity, authority: Authority): void => {
  writeFileSync(join(folder, 'ca.crt'), authority.certificate)
  writeFileSync(join(folder, 'tls.crt'), certificate)
  writeFileSync(join(folder, 'tls.key'), privateKey, { mode: 0o600 })
}
