import { once } from 'node:events'
import { connect } from 'node:net'
import { encodeHeaders } from '../../functions/server/http2/hpack/encode-headers.ts'

/** A frame as it is on the wire. */
export interface Frame {
  readonly type: number
  readonly flags: number
  readonly stream: number
  readonly payload: Buffer
}

export const frameBytes = ({ type, flags, stream, payload }: Frame): Buffer => {
  const header = Buffer.alloc(9)
  header.writeUIntBE(payload.length, 0, 3)
  header[3] = type
  header[4] = flags
  header.writeUInt32BE(stream, 5)
  return Buffer.concat([header, payload])
}

/** The whole frames that bytes begin with. */
export const framesIn = (bytes: Buffer): readonly Frame[] => {
  const frames: Frame[] = []
  for (let at = 0; at + 9 <= bytes.length;) {
    const end = at + 9 + bytes.readUIntBE(at, 3)
    if (end > bytes.length) break
    const [type = 0, flags = 0] = bytes.subarray(at + 3)
    frames.push({ type, flags, stream: bytes.readUInt32BE(at + 5), payload: bytes.subarray(at + 9, end) })
    at = end
  }
  return frames
}

export const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'

export const requestHeaders = (more: Readonly<Record<string, string>> = {}): Buffer =>
  encodeHeaders({ ':method': 'POST', ':scheme': 'http', ':path': '/', ...more })

/** A client that sends what no library would, frame by frame. */
export const frameClient = async (port: number) => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  const frames: Frame[] = []
  let rest = Buffer.alloc(0)
  let waiting: (() => void) | undefined
  socket.on('data', (chunk: Buffer) => {
    const bytes = Buffer.concat([rest, chunk])
    const whole = framesIn(bytes)
    frames.push(...whole)
    rest = Buffer.from(bytes.subarray(whole.reduce((sum, { payload }) => sum + 9 + payload.length, 0)))
    waiting?.()
  })
  const closed = once(socket, 'close')
  void closed.then(() => waiting?.())
  return {
    socket,
    closed,
    /** Those that have come so far. */
    frames: (): readonly Frame[] => frames,
    send: (type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)) =>
      socket.write(frameBytes({ type, flags, stream, payload })),
    /** The first frame that is like that, once it comes. Rejects when the connection ends without one. */
    until: async (like: (frame: Frame) => boolean): Promise<Frame> => {
      for (;;) {
        const found = frames.find(like)
        if (found) return found
        if (socket.destroyed) throw new Error('the connection has ended')
        await new Promise<void>(resolve => (waiting = resolve))
      }
    },
  }
}

/** One that has begun as HTTP/2 wants it. */
export const greetedClient = async (port: number) => {
  const client = await frameClient(port)
  client.socket.write(preface)
  client.send(4, 0, 0)
  return client
}
