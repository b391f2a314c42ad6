import { Flag, FrameType } from '../../functions/server/http2/codes.ts'
import { preface } from '../../functions/server/http2/connection.ts'
import { maxFrameSize } from '../../functions/server/http2/frame-reader.ts'
import { frame, settingsAck, settingsFrame } from '../../functions/server/http2/frames.ts'

/**
 * The headers of a connection's first call of RunFunction and of its second, as grpc-go 1.83 codes them (RFC 7541): what it sends, byte
 * for byte. The second refers to what the first has told; any may be like the first.
 */
const [first, second] = [
  '838745ab607598be525a9063d485e5a97aec3a4ebf70af86da88931eadb6d5516cdc5b3b9885636db561b6a224c7' +
    'ab4186a0e41d139d095f901d75d0620d263d4c4d6564ff75d8749f7a8a9acac8b4c7602bbccae240027465864d83' +
    '3505b11f40899acac8b24d494f6a7f876df7d969f0356f',
  '8387c3c2c1c0bf7e876df7df7dc799b7',
].map(hex => Buffer.from(hex, 'hex')) as [Buffer, Buffer]

/** Bytes of one record of TLS. */
const record = 2 ** 14

/** What core's client sends over a new connection when it calls the function with these requests, as it comes out of TLS. */
export const conversation = (requests: readonly Uint8Array[]): readonly Buffer[] => [
  preface,
  Buffer.concat([settingsFrame({}), settingsAck]),
  ...requests.flatMap((request, index) => cut(callOf(request, index), record)),
]

const callOf = (request: Uint8Array, index: number): Buffer => {
  const stream = 2 * index + 1
  const prefix = Buffer.alloc(5)
  prefix.writeUInt32BE(request.length, 1)
  const parts = cut(Buffer.concat([prefix, request]), maxFrameSize)
  return Buffer.concat([
    frame(FrameType.headers, Flag.endHeaders, stream, index === 1 ? second : first),
    ...parts.map((part, at) => frame(FrameType.data, at === parts.length - 1 ? Flag.endStream : 0, stream, part)),
  ])
}

const cut = (bytes: Buffer, size: number): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
