import { join } from 'node:path'
import { tlsFolder, type Party } from './credentials.ts'
import { readIfThere, writeWhole } from './files.ts'
import { kubeconfig } from './kubeconfig.ts'
import { serverUrl } from './services/api-server.ts'
import type { Plan } from './services/service.ts'

/** Who calls the API server as one of Crossplane's service accounts. */
type Account = Extract<Party, 'crossplane' | 'rbac-manager'>

/** How a process of Crossplane's finds the API server, and who it is to it. */
export const accountKubeconfig = (plan: Pick<Plan, 'folders'>, account: Account): string =>
  join(tlsFolder(plan.folders, account), 'kubeconfig')

/** Writes the user's kubeconfig, who is the administrator, and those of Crossplane's accounts. */
export const writeKubeconfigs = (plan: Plan): void => {
  const context = plan.name === 'roadbed' ? plan.name : `roadbed-${plan.name}`
  writeWhole(plan.folders.kubeconfig, configOf(plan, 'administrator', context))
  for (const account of ['crossplane', 'rbac-manager'] as const)
    writeWhole(accountKubeconfig(plan, account), configOf(plan, account, account))
}

const configOf = (plan: Plan, party: Party, context: string): string => {
  const read = (file: string) => readIfThere(join(tlsFolder(plan.folders, party), file)) ?? ''
  return kubeconfig(context, serverUrl(plan), read('ca.crt'), {
    certificate: read('tls.crt'),
    privateKey: read('tls.key'),
  })
}
