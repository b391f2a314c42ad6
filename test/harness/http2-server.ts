import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { limits } from '../../functions/server/grpc/limits.ts'
import { Connection } from '../../functions/server/http2/connection.ts'
import { encodeHeaders } from '../../functions/server/http2/hpack/encode-headers.ts'
import type { Limits } from '../../functions/server/http2/limits.ts'
import type { OnStream } from '../../functions/server/http2/stream.ts'

export interface Http2Server {
  readonly port: number
  readonly connections: readonly Connection[]
  readonly close: () => Promise<void>
}

/** Answers each request once it has ended, as a web server does: with a body and trailers. */
export const answering =
  (bytes: number): OnStream =>
  stream => ({
    push: () => undefined,
    end: () =>
      stream.respond(encodeHeaders({ ':status': 200 }), [Buffer.alloc(bytes)], encodeHeaders({ 'x-done': 'yes' })),
  })

/** Our HTTP/2 without gRPC, in plain text. */
export const http2Server = async (onStream: OnStream, changes: Partial<Limits> = {}): Promise<Http2Server> => {
  const connections: Connection[] = []
  const sockets: Socket[] = []
  const server = createServer(socket => {
    sockets.push(socket)
    connections.push(new Connection(socket, onStream, { ...limits, ...changes }))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
