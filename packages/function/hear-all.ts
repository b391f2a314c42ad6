import type { Socket } from 'node:net'
import type { Connections } from '../../functions/server/grpc/connections.ts'

/**
 * Has a client's connection heard of which all is there already: with a socket that nobody is behind, and at once. Returns what is
 * written to it.
 *
 * @throws where the connection is ended before all is heard
 */
export const hearAll = ({ hear }: Connections, chunks: readonly Buffer[]): readonly Buffer[] => {
  const written: Buffer[] = []
  let onData: (chunk: Buffer) => void = () => undefined
  const socket = {
    writable: true,
    setNoDelay: () => undefined,
    on: (event: string, listener: typeof onData) => event === 'data' && (onData = listener),
    once: () => undefined,
    write: (bytes: Buffer, done?: () => void) => {
      written.push(Buffer.from(bytes))
      done?.()
    },
    end: () => {
      throw new Error('the function does not understand what core says')
    },
  }
  hear(socket as unknown as Socket)
  for (const chunk of chunks) onData(chunk)
  return written
}
