import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAuthority, issue } from '../../../control-plane/certificates.ts'
import { kubeconfig } from '../../../control-plane/kubeconfig.ts'

export interface ApiServer {
  /** The path of its administrator's. */
  readonly kubeconfig: string
  readonly close: () => void
}

/** What a cluster's API server is to a client: TLS, and a certificate asked for. */
export const apiServer = async (answer: RequestListener): Promise<ApiServer> => {
  const authority = createAuthority({ commonName: 'test' })
  const own = issue(authority, { commonName: 'server', usages: ['server'] })
  const user = issue(authority, { commonName: 'user', usages: ['client'] })
  const server = createServer({
    ca: authority.certificate,
    cert: own.certificate,
    key: own.privateKey,
    requestCert: true,
  })
  server.on('request', answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const file = join(mkdtempSync(join(tmpdir(), 'roadbed-')), 'kubeconfig')
  writeFileSync(file, kubeconfig('test', `https://127.0.0.1:${port}`, authority.certificate, user))
  return {
    kubeconfig: file,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
