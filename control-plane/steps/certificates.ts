import { textAt } from '../../functions/runtime/read.ts'
import { crossplaneNamespace } from '../accounts.ts'
import type { Cluster } from '../api/cluster.ts'
import { ensureCrossplaneServers, tlsFolder, writeParty } from '../credentials.ts'
import type { Folders } from '../state.ts'

/**
 * Writes the certificates that Crossplane has made when it installed itself to where its processes look for them, in a cluster a kubelet's
 * work, and has its authority sign those of the servers that it has to know.
 *
 * @throws a sentence, when they are not there
 */
export const takeCertificates = async (folders: Folders, cluster: Cluster): Promise<void> => {
  const [authority, client] = [
    await identityIn(cluster, 'crossplane-root-ca'),
    await identityIn(cluster, 'crossplane-tls-client'),
  ]
  writeParty(tlsFolder(folders, 'core-client'), authority.certificate, client)
  ensureCrossplaneServers(folders, authority)
}

const identityIn = async (cluster: Cluster, name: string) => {
  const secret = await cluster.read('v1', 'Secret', name, crossplaneNamespace)
  const text = (key: string): string => {
    const data = textAt(secret, 'data', key)
    if (data === undefined) throw new Error(`Crossplane has made no ${key} in the Secret ${name}`)
    return Buffer.from(data, 'base64').toString()
  }
  return { certificate: text('tls.crt'), privateKey: text('tls.key') }
}
