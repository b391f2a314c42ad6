import { tooLarge, type Framed } from './framing.ts'
import { Code, StatusError } from './status.ts'

const accepted = 'identity,gzip'

/**
 * The message as it was before the client compressed it, if it did. Core never does; gzip is what grpc-go and grpc-java have built
 * in, so it is honoured. Answers are never compressed: nobody pays for bytes within a cluster, and core for CPU.
 *
 * @throws StatusError: UNIMPLEMENTED with what is accepted, RESOURCE_EXHAUSTED before more than `maxReceive` bytes are made
 */
export const decompress = ({ compressed, bytes }: Framed, encoding: string | undefined, maxReceive: number): Buffer => {
  if (!compressed) return bytes
  if (encoding === undefined || encoding === 'identity')
    throw new StatusError(Code.internal, 'a message is compressed, and grpc-encoding does not say how')
  if (encoding !== 'gzip')
    throw new StatusError(Code.unimplemented, `messages compressed by ${encoding} can’t be read: use gzip or none`, {
      'grpc-accept-encoding': accepted,
    })
  // Loaded when somebody needs it: core never does.
  const { gunzipSync } = process.getBuiltinModule('node:zlib')
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(1, Math.min(maxReceive, longest)) })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(`message larger than max after decompression (${maxReceive} bytes)`)
    throw new StatusError(Code.internal, 'a message says that it is gzip and is not')
  }
}

/** What a Buffer is for sure able to hold; zlib wants a number that is no Infinity. */
const longest = 2 ** 31 - 1
