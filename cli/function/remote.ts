import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, credentials, type ChannelCredentials } from '@grpc/grpc-js'
import type { CallFunction } from '../../simulator/core/pipeline.ts'

const path = '/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction'
const asBytes = (bytes: Buffer): Buffer => bytes

/** A function that runs somewhere, called as Crossplane calls it. */
export interface RemoteFunction {
  readonly call: CallFunction
  readonly close: () => void
}

/** `tls` is a folder with the client's `tls.crt` and `tls.key`, and the `ca.crt` that signed the server's. */
export const connect = (address: string, tls: string | undefined): RemoteFunction => {
  const client = new Client(address, credentialsFrom(tls), {
    'grpc.max_receive_message_length': -1,
    // An address is no name to present in a handshake; the certificate names the loopback host.
    ...(tls !== undefined && isLoopback(address) && { 'grpc.ssl_target_name_override': 'localhost' }),
  })
  return {
    call: request =>
      new Promise((resolve, reject) => {
        const deadline = Date.now() + 20_000
        client.makeUnaryRequest(path, asBytes, asBytes, Buffer.from(request), { deadline }, (error, response) => {
          if (response) resolve(response)
          else
            reject(
              new Error(
                `the function at ${address} does not answer: ${error?.details ?? error?.message ?? 'no response'}`,
              ),
            )
        })
      }),
    close: () => client.close(),
  }
}

const isLoopback = (address: string): boolean => /^(127\.\d+\.\d+\.\d+|\[::1\]):/.test(address)

const credentialsFrom = (folder: string | undefined): ChannelCredentials => {
  if (folder === undefined) return credentials.createInsecure()
  const [authority, key, certificate] = ['ca.crt', 'tls.key', 'tls.crt'].map(name => readFileSync(join(folder, name)))
  return credentials.createSsl(authority, key, certificate)
}
