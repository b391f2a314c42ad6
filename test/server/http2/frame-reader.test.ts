import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectionError } from '../../../functions/server/http2/codes.ts'
import { FrameReader } from '../../../functions/server/http2/frame-reader.ts'
import { frameBytes, type Frame } from '../../harness/frames.ts'

/** What a handler was given, with the parts of a DATA frame put together again. */
const readAll = (chunks: readonly Buffer[]): readonly object[] => {
  const seen: { type: number; flags: number; stream: number; payload: string; length: number }[] = []
  let whole = true
  const reader = new FrameReader({
    data: (stream, bytes, length, end) => {
      const last = seen.at(-1)
      if (!whole && last) {
        last.payload += bytes.toString('hex')
        last.length += length
        last.flags = Number(end)
      } else seen.push({ type: 0, flags: Number(end), stream, payload: bytes.toString('hex'), length })
      whole = false
    },
    frame: (type, flags, stream, payload) => {
      seen.push({ type, flags, stream, payload: payload.toString('hex'), length: payload.length })
      whole = true
    },
  })
  for (const chunk of chunks) reader.push(chunk)
  return seen
}

const anyFrame: fc.Arbitrary<Frame> = fc.record({
  type: fc.integer({ min: 1, max: 20 }),
  flags: fc.integer({ min: 0, max: 255 }),
  stream: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  payload: fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes)),
})
/** With a frame of another type behind it, so that its parts are told from the next one's. */
const dataFrame = anyFrame.map(frame => [
  { ...frame, type: 0, flags: frame.flags & 1 },
  { ...frame, type: 6, payload: Buffer.alloc(8) },
])

describe('frames', () => {
  it('are the same wherever the network cuts what is sent, or a call would depend on chance', () => {
    const sent = fc
      .array(
        fc.oneof(
          anyFrame.map(frame => [frame]),
          dataFrame,
        ),
        { maxLength: 8 },
      )
      .map(list => list.flat())
    fc.assert(
      fc.property(sent, fc.array(fc.nat()), (frames, cuts) => {
        const bytes = Buffer.concat(frames.map(frameBytes))
        const at = [0, ...cuts.map(cut => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
        expect(readAll(chunks)).toEqual(
          frames.map(({ type, flags, stream, payload }) => ({
            type,
            flags,
            stream,
            payload: payload.toString('hex'),
            length: payload.length,
          })),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('of data lose their padding, which counts for flow control all the same', () => {
    const padded = Buffer.from('\u0003text\0\0\0')
    const bytes = frameBytes({ type: 0, flags: 9, stream: 1, payload: padded })
    const expected = [{ type: 0, flags: 1, stream: 1, payload: Buffer.from('text').toString('hex'), length: 8 }]
    expect(readAll([bytes])).toEqual(expected)
    expect(readAll([...bytes].map(byte => Buffer.of(byte)))).toEqual(expected)
  })

  it.each([
    ['larger than allowed', frameBytes({ type: 1, flags: 0, stream: 1, payload: Buffer.alloc(16_385) })],
    ['with more padding than there is of them', frameBytes({ type: 0, flags: 8, stream: 1, payload: Buffer.of(1) })],
  ])('%s end the connection', (_, bytes) => {
    expect(() => readAll([bytes])).toThrow(ConnectionError)
  })
})
