import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, credentials, status, type ServiceError } from '@grpc/grpc-js'
import { createAuthority, writeIdentity, type Authority } from '../../cli/function/certificates.ts'

export interface Folders {
  readonly authority: Authority
  readonly server: string
  readonly client: string
  readonly remove: () => void
}

/** Certificates of an authority of their own, as Crossplane would mount them for a function and use itself. */
export const certificateFolders = (): Folders => {
  const authority = createAuthority()
  const [server, client] = ['server', 'client'].map(name => mkdtempSync(join(tmpdir(), `roadbed-${name}-`)))
  if (server === undefined || client === undefined) throw new Error('no temporary folder')
  writeIdentity(server, authority.server, authority)
  writeIdentity(client, authority.client, authority)
  return {
    authority,
    server,
    client,
    remove: () => [server, client].forEach(folder => rmSync(folder, { recursive: true, force: true })),
  }
}

export const path = '/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction'

/** Calls a function as any gRPC client can. */
export const callBytes = (client: Client, bytes: Uint8Array, method = path): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const same = (buffer: Buffer) => buffer
    client.makeUnaryRequest(
      method,
      same,
      same,
      Buffer.from(bytes),
      { deadline: Date.now() + 10_000 },
      (error, value) => (value ? resolve(value) : reject(error ?? new Error('no answer'))),
    )
  })

/** The gRPC status that a call ends with. */
export const statusOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return 'OK'
  } catch (error) {
    return status[(error as ServiceError).code] ?? 'none'
  }
}

/** A client that shows the certificate of a folder, or none. */
export const tlsClient = (port: number, authority: Authority, withCertificate: boolean): Client => {
  const [key, chain] = withCertificate
    ? [authority.client.privateKey, authority.client.certificate].map(pem => Buffer.from(pem))
    : []
  const own = credentials.createSsl(Buffer.from(authority.certificate), key ?? null, chain ?? null)
  return new Client(`127.0.0.1:${port}`, own, {
    'grpc.ssl_target_name_override': 'localhost',
    'grpc.max_receive_message_length': -1,
  })
}
