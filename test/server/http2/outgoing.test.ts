import type { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectionError, FrameType, StreamError } from '../../../functions/server/http2/codes.ts'
import { firstWindow, Outgoing } from '../../../functions/server/http2/outgoing.ts'
import { Stream } from '../../../functions/server/http2/stream.ts'
import { framesIn } from '../../harness/frames.ts'

/** What is sent over a socket, which takes it at once or when it is told to. */
const sending = (atOnce = true) => {
  const written: Buffer[] = []
  const untaken: (() => void)[] = []
  const write = (bytes: Buffer, taken?: () => void) => {
    // The memory is somebody else's afterwards.
    written.push(Buffer.from(bytes))
    if (atOnce) taken?.()
    else if (taken) untaken.push(taken)
  }
  const socket = { writable: true, write } as unknown as Socket
  const outgoing = new Outgoing(socket)
  const ended: number[] = []
  const owner = { outgoing, answered: (stream: Stream) => ended.push(stream.id) }
  const open = (id: number, maySend = firstWindow) =>
    new Stream(id, owner, { announced: undefined, receives: 1000, maySend })
  return { outgoing, open, ended, frames: () => framesIn(Buffer.concat(written)), takeOne: () => untaken.shift()?.() }
}

const [head, trailers] = [Buffer.from('head'), Buffer.from('trailers')]

describe('an answer', () => {
  it('is one write, in the order of HTTP/2, in frames that every client takes', () => {
    const { open, frames, ended } = sending()
    open(1).respond(head, [Buffer.alloc(20_000), Buffer.alloc(3)], trailers)
    expect(frames().map(({ type, flags, payload }) => [type, flags, payload.length])).toEqual([
      [FrameType.headers, 4, head.length],
      [FrameType.data, 0, 16_384],
      [FrameType.data, 0, 3619],
      [FrameType.headers, 5, trailers.length],
    ])
    expect(ended).toEqual([1])
  })

  it('whose headers are longer than a frame has CONTINUATION behind it, and nothing between', () => {
    const { open, frames } = sending()
    open(1).respondOnly(Buffer.alloc(40_000))
    expect(frames().map(({ type, flags, payload }) => [type, flags, payload.length])).toEqual([
      [FrameType.headers, 1, 16_384],
      [FrameType.continuation, 0, 16_384],
      [FrameType.continuation, 4, 7232],
    ])
  })

  it('is given once: a second one would be read as a part of the first', () => {
    const { open, frames } = sending()
    const stream = open(1)
    stream.respondOnly(head)
    stream.respond(head, [Buffer.alloc(1)], trailers)
    stream.send([Buffer.alloc(1)])
    expect(frames()).toHaveLength(1)
  })

  it('of which nobody takes more goes nowhere', () => {
    const { open, frames, outgoing } = sending()
    const stream = open(1, 5)
    stream.respond(head, [Buffer.alloc(10)], trailers)
    outgoing.forget(stream)
    stream.close()
    outgoing.widenAll(100)
    outgoing.widen(stream, 100)
    expect(frames()).toHaveLength(2)
  })

  it('never has more sent than its client takes, of it and of all, and is whole once the client has taken it', () => {
    const answer = fc.record({ bytes: fc.nat(100_000), pieces: fc.integer({ min: 1, max: 3 }) })
    const step = fc.record({ stream: fc.nat(5), increment: fc.integer({ min: 1, max: 50_000 }) })
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 5 }), fc.array(step), (answers, steps) => {
        const { outgoing, open, frames, ended } = sending()
        const allowed = [firstWindow, ...answers.map(() => firstWindow)]
        const sent = (id?: number) =>
          frames()
            .filter(({ type, stream }) => type === FrameType.data && (id === undefined || stream === id))
            .reduce((sum, { payload }) => sum + payload.length, 0)
        const streams = answers.map((_, index) => open(2 * index + 1))
        const bodies = answers.map(({ bytes }, index) => Buffer.alloc(bytes, index + 1))
        for (const [index, stream] of streams.entries()) {
          const body = bodies[index] ?? Buffer.alloc(0)
          const cut = Math.floor(body.length / (answers[index]?.pieces ?? 1))
          stream.respond(head, [body.subarray(0, cut), body.subarray(cut)], trailers)
        }
        const check = () => {
          expect(sent()).toBeLessThanOrEqual(allowed[0] ?? 0)
          streams.forEach((stream, index) => expect(sent(stream.id)).toBeLessThanOrEqual(allowed[index + 1] ?? 0))
        }
        check()
        for (const { stream: which, increment } of steps) {
          const index = which % (streams.length + 1)
          allowed[index] = (allowed[index] ?? 0) + increment
          const stream = streams[index - 1]
          if (stream) outgoing.widen(stream, increment)
          else outgoing.widenAll(increment)
          check()
        }
        for (const stream of streams) if (stream.pending > 0) outgoing.widen(stream, 200_000)
        outgoing.widenAll(1_000_000)
        expect(ended.toSorted((a, b) => a - b)).toEqual(streams.map(({ id }) => id))
        for (const [index, { id }] of streams.entries()) {
          const own = frames().filter(({ stream }) => stream === id)
          expect(own[0]?.type).toBe(FrameType.headers)
          expect(own.at(-1)?.payload).toEqual(trailers)
          const data = own.filter(({ type }) => type === FrameType.data).map(({ payload }) => payload)
          expect(Buffer.concat(data).equals(bodies[index] ?? Buffer.alloc(0))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('waits while the system has not taken the ones before: they would lie in our memory twice', () => {
    const { outgoing, open, ended, frames, takeOne } = sending(false)
    outgoing.widenAll(1_000_000)
    const streams = [1, 3, 5].map(id => open(id, 1_000_000))
    for (const stream of streams) stream.respond(head, [Buffer.alloc(200_000, stream.id)], trailers)
    expect(ended).toEqual([1])
    takeOne()
    expect(ended).toEqual([1, 3])
    takeOne()
    expect(ended).toEqual([1, 3, 5])
    const own = frames().filter(({ stream, type }) => stream === 5 && type === FrameType.data)
    expect(Buffer.concat(own.map(({ payload }) => payload)).equals(Buffer.alloc(200_000, 5))).toBe(true)
  })

  it('waits when the client takes less of it than before', () => {
    const { outgoing, open, frames } = sending()
    const stream = open(1)
    outgoing.widenEach([stream], -firstWindow - 10)
    stream.respond(head, [Buffer.alloc(5)], trailers)
    expect(frames()).toHaveLength(1)
    outgoing.widen(stream, 14)
    expect(frames()).toHaveLength(2)
    outgoing.widen(stream, 5)
    expect(frames().map(({ payload }) => payload.length)).toEqual([head.length, 4, 1, trailers.length])
  })
})

describe('a window that no client can mean', () => {
  it('ends what it is of', () => {
    const { outgoing, open } = sending()
    const stream = open(1)
    expect(() => outgoing.widen(stream, 0)).toThrow(StreamError)
    expect(() => outgoing.widen(stream, 2 ** 31 - 1)).toThrow(StreamError)
    expect(() => outgoing.widenAll(0)).toThrow(ConnectionError)
    expect(() => outgoing.widenAll(2 ** 31 - 1)).toThrow(ConnectionError)
    expect(() => outgoing.widenEach([open(3)], 2 ** 31 - 1)).toThrow(ConnectionError)
  })
})
