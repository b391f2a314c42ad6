import { assert, integer, property, uint8Array, array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIncoming, prefixBytes } from '../../../functions/server/grpc/framing.ts'
import { Code, StatusError } from '../../../functions/server/grpc/status.ts'
import { frame } from '../../harness/http2.ts'

/** What the chunks are taken for: the message, or the code that the call ends with. */
const taken = (chunks: readonly Buffer[], maxReceive = 2 ** 20) => {
  try {
    const incoming = createIncoming(maxReceive)
    for (const chunk of chunks) incoming.push(chunk)
    return incoming.message()
  } catch (error) {
    if (error instanceof StatusError) return error.code
    throw error
  }
}

const split = (bytes: Buffer, at: readonly number[]): readonly Buffer[] => {
  const cuts = [0, ...at.map(position => position % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end))
}

describe('a message', () => {
  it('is the same wherever DATA frames split it, the prefix too: one call in thousands would fail', () => {
    const bytes = frame(Buffer.from('a message'))
    for (let first = 0; first <= bytes.length; first++)
      for (let second = first; second <= bytes.length; second++)
        expect(taken(split(bytes, [first, second]))).toEqual({ compressed: false, bytes: Buffer.from('a message') })
  })

  it('is the same for any bytes in any number of pieces', () => {
    assert(
      property(
        uint8Array({ maxLength: 3000 }),
        array(integer({ min: 0, max: 4000 }), { maxLength: 20 }),
        (body, at) => {
          expect(taken(split(frame(Buffer.from(body)), at))).toEqual({ compressed: false, bytes: Buffer.from(body) })
        },
      ),
    )
  })

  it('may be empty: every protobuf message may', () => {
    expect(taken([frame(Buffer.alloc(0))])).toEqual({ compressed: false, bytes: Buffer.alloc(0) })
  })

  it('is its own also when it comes in one piece: what that lay in is the next one’s at once', () => {
    const incoming = createIncoming(1000)
    const bytes = frame(Buffer.from('a message'))
    incoming.push(bytes)
    bytes.fill(0)
    expect(incoming.message().bytes.toString()).toBe('a message')
  })

  it('is its own while others arrive between its parts, and theirs once it is done with', () => {
    const whole = (letter: string) => frame(Buffer.alloc(100_000, letter))
    for (let round = 0; round < 3; round++) {
      const calls = ['a', 'b', 'c'].map(letter => ({ letter, incoming: createIncoming(2 ** 20) }))
      for (const [start, end] of [[0, 2], [2, 50_000], [50_000]])
        for (const { letter, incoming } of calls) incoming.push(whole(letter).subarray(start, end))
      for (const { letter, incoming } of calls) {
        expect(incoming.message().bytes.equals(whole(letter).subarray(prefixBytes))).toBe(true)
        incoming.done()
      }
    }
  })

  it('says that it is compressed', () => {
    expect(taken([Buffer.of(1, 0, 0, 0, 1, 7)])).toEqual({ compressed: true, bytes: Buffer.of(7) })
  })
})

describe('what is no message', () => {
  it('is refused before it is held when it is larger than the limit, by a byte', () => {
    const message = frame(Buffer.alloc(100))
    expect(taken([message], 100)).toMatchObject({ compressed: false })
    expect(taken([message.subarray(0, prefixBytes)], 99)).toBe(Code.resourceExhausted)
  })

  it('says what the limit is and which flag raises it', () => {
    expect(() => createIncoming(99).push(frame(Buffer.alloc(100)))).toThrow(
      'received message larger than max (100 vs. 99 bytes); --max-recv-message-size raises it',
    )
  })

  it('is refused when it is cut off at any byte, or a half request would be answered', () => {
    const bytes = frame(Buffer.from('a message'))
    for (let end = 0; end < bytes.length; end++) expect(taken([bytes.subarray(0, end)])).toBe(Code.internal)
  })

  it('is refused when more follows it, in the same piece or the next', () => {
    const bytes = frame(Buffer.from('a message'))
    expect(taken([Buffer.concat([bytes, bytes])])).toBe(Code.internal)
    expect(taken([bytes, Buffer.of(0)])).toBe(Code.internal)
  })

  it('is refused when its first byte means nothing, or HTTP/1 bytes would be taken for a length', () => {
    expect(taken([Buffer.from('POST / ')])).toBe(Code.internal)
  })
})
