import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { crossplaneAccounts, crossplaneNamespace } from './accounts.ts'
import { createAuthority, crossplaneName, issue, rsaKeys, type Authority, type Subject } from './certificates.ts'
import { writeWhole } from './files.ts'
import type { Folders } from './state.ts'

/** The folder with `ca.crt`, `tls.crt` and `tls.key` of one party. */
export const tlsFolder = ({ tls }: Folders, party: Party): string => join(tls, party)

/**
 * The certificate by which a service account of Crossplane's is known without a token, which would run out: to the API server, who is
 * called so and is in these groups is that account.
 */
const accountOf = (account: string) =>
  ({
    authority: 'kubernetes',
    subject: {
      commonName: `system:serviceaccount:${crossplaneNamespace}:${account}`,
      organizations: ['system:serviceaccounts', `system:serviceaccounts:${crossplaneNamespace}`],
      usages: ['client'],
    },
  }) as const

/** Who has a certificate. Kubernetes and Crossplane have an authority each: whoever signs for functions can't sign for the API server. */
const parties = {
  etcd: { authority: 'kubernetes', subject: { commonName: 'etcd', usages: ['server', 'client'] } },
  'api-server': {
    authority: 'kubernetes',
    subject: {
      commonName: 'kube-apiserver',
      usages: ['server', 'client'],
      names: ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc'],
    },
  },
  administrator: {
    authority: 'kubernetes',
    subject: { commonName: 'roadbed-administrator', organizations: ['system:masters'], usages: ['client'] },
  },
  crossplane: accountOf(crossplaneAccounts.core),
  'rbac-manager': accountOf(crossplaneAccounts.rbacManager),
  'core-client': { authority: 'crossplane', subject: { ...crossplaneName, usages: ['client'] } },
  'core-webhooks': { authority: 'crossplane', subject: { ...crossplaneName, usages: ['server'] } },
  function: { authority: 'crossplane', subject: { ...crossplaneName, usages: ['server'] } },
} as const satisfies Record<string, { authority: 'kubernetes' | 'crossplane'; subject: Subject }>
export type Party = keyof typeof parties

/** The keys that sign, and check, the tokens of service accounts. */
export const serviceAccountKeys = ({ tls }: Folders) => ({
  private: join(tls, 'service-accounts.key'),
  public: join(tls, 'service-accounts.pub'),
})

/** Crossplane's own authority, as its Secret `crossplane-root-ca` holds it. */
export const crossplaneAuthority = ({ tls }: Folders) => ({
  certificate: join(tls, 'crossplane-ca.crt'),
  privateKey: join(tls, 'crossplane-ca.key'),
})

/** Makes all certificates and keys of a control plane, unless that has been done. */
export const ensureCredentials = (folders: Folders): void => {
  const complete = join(folders.tls, 'complete')
  if (existsSync(complete)) return
  const authorities = {
    kubernetes: createAuthority({ commonName: 'roadbed-kubernetes' }),
    crossplane: createAuthority(crossplaneName),
  }
  for (const [party, { authority, subject }] of Object.entries(parties))
    writeParty(join(folders.tls, party), authorities[authority], subject)
  const keys = rsaKeys()
  const accounts = serviceAccountKeys(folders)
  writeWhole(accounts.private, keys.privateKey)
  writeWhole(accounts.public, keys.publicKey)
  const signer = crossplaneAuthority(folders)
  writeWhole(signer.certificate, authorities.crossplane.certificate)
  writeWhole(signer.privateKey, authorities.crossplane.privateKey)
  // Last, so that a kill in between has it all made anew, and nothing signed by two authorities of one name.
  writeWhole(complete, '')
}

const writeParty = (folder: string, authority: Authority, subject: Subject): void => {
  const identity = issue(authority, subject)
  writeWhole(join(folder, 'ca.crt'), authority.certificate)
  writeWhole(join(folder, 'tls.crt'), identity.certificate)
  writeWhole(join(folder, 'tls.key'), identity.privateKey)
}
