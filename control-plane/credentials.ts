import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { crossplaneAccounts, crossplaneNamespace } from './accounts.ts'
import { createAuthority, issue, rsaKeys, type Identity, type Subject } from './certificates.ts'
import { readIfThere, writeWhole } from './files.ts'
import type { Folders } from './state.ts'

/** The folder with `ca.crt`, `tls.crt` and `tls.key` of one party. */
export const tlsFolder = ({ tls }: Folders, party: Party): string => join(tls, party)

/**
 * The certificate by which a service account of Crossplane's is known without a token, which would run out: to the API server, who is
 * called so and is in these groups is that account.
 */
const accountOf = (account: string) =>
  ({
    commonName: `system:serviceaccount:${crossplaneNamespace}:${account}`,
    organizations: ['system:serviceaccounts', `system:serviceaccounts:${crossplaneNamespace}`],
    usages: ['client'],
  }) as const

/** Who has a certificate of Kubernetes' authority. */
const ofKubernetes = {
  etcd: { commonName: 'etcd', usages: ['server', 'client'] },
  'api-server': {
    commonName: 'kube-apiserver',
    usages: ['server', 'client'],
    names: ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc'],
  },
  administrator: { commonName: 'roadbed-administrator', organizations: ['system:masters'], usages: ['client'] },
  crossplane: accountOf(crossplaneAccounts.core),
  'rbac-manager': accountOf(crossplaneAccounts.rbacManager),
} as const satisfies Record<string, Subject>

/** To whom Crossplane's authority gives one; Crossplane makes that, and its own client's. Who signs for functions can't sign for the API server. */
const ofCrossplane = {
  'core-webhooks': { commonName: 'crossplane-webhooks', usages: ['server'] },
  function: { commonName: 'functions', usages: ['server'] },
} as const satisfies Record<string, Subject>

export type Party = keyof typeof ofKubernetes | keyof typeof ofCrossplane | 'core-client'

/** The keys that sign, and check, the tokens of service accounts. */
export const serviceAccountKeys = ({ tls }: Folders) => ({
  private: join(tls, 'service-accounts.key'),
  public: join(tls, 'service-accounts.pub'),
})

/** Makes the certificates and keys of Kubernetes, unless that has been done. */
export const ensureCredentials = (folders: Folders): void => {
  const complete = join(folders.tls, 'complete')
  if (existsSync(complete)) return
  writeParties(folders, ofKubernetes, createAuthority({ commonName: 'roadbed-kubernetes' }))
  const keys = rsaKeys()
  const accounts = serviceAccountKeys(folders)
  writeWhole(accounts.private, keys.privateKey)
  writeWhole(accounts.public, keys.publicKey)
  // Last, so that a kill in between has it all made anew, and nothing signed by two authorities of one name.
  writeWhole(complete, '')
}

/** Makes the certificates of those whom Crossplane's authority has to know, unless it has signed those that are there. */
export const ensureCrossplaneServers = (folders: Folders, authority: Identity): void => {
  const known = readIfThere(join(tlsFolder(folders, 'function'), 'ca.crt'))
  if (known !== authority.certificate) writeParties(folders, ofCrossplane, authority)
}

const writeParties = (folders: Folders, parties: Partial<Record<Party, Subject>>, authority: Identity): void => {
  for (const [party, subject] of Object.entries(parties))
    writeParty(tlsFolder(folders, party as Party), authority.certificate, issue(authority, subject))
}

/** Writes what a party shows, and whom it trusts. */
export const writeParty = (folder: string, authority: string, { certificate, privateKey }: Identity): void => {
  writeWhole(join(folder, 'tls.crt'), certificate)
  writeWhole(join(folder, 'tls.key'), privateKey)
  // Last: whose it is counts once it is whole.
  writeWhole(join(folder, 'ca.crt'), authority)
}
