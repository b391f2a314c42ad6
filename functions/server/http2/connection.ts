import type { Socket } from 'node:net'
import { free } from '../buffers.ts'
import { ConnectionError, ErrorCode, Setting } from './codes.ts'
import { createFrameHandler } from './frame-handler.ts'
import { FrameReader } from './frame-reader.ts'
import { goAwayFrame, pingFrame, settingsFrame, windowUpdateFrame } from './frames.ts'
import type { Limits } from './limits.ts'
import { firstWindow, Outgoing } from './outgoing.ts'
import { createPatience } from './patience.ts'
import { Requests } from './requests.ts'
import type { OnStream } from './stream.ts'

/** What a client of HTTP/2 says first: https://www.rfc-editor.org/rfc/rfc9113#section-3.4 */
export const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')

/** The last stream of all that there can be: no client is told yet which is its last. */
const lastPossibleStream = 2 ** 31 - 1

/** Milliseconds for a client to answer that it has heard of the end, and to hang up once all is sent; then it is cut off. */
const farewell = 2000

/** A ping of ours that only its answer is like. */
const lastPing = Buffer.from('farewell')

/**
 * One client's connection, over HTTP/2: https://www.rfc-editor.org/rfc/rfc9113
 *
 * Not `node:http2`'s: in that was more than half of what a call cost (`npm run bench` has its echo beside us), and it ends a connection
 * in one step, which loses calls (`retire`).
 */
export class Connection {
  /** Their streams have this as their owner. */
  readonly requests: Requests
  readonly #socket: Socket
  readonly #limits: Limits
  readonly #outgoing: Outgoing
  readonly #reader: FrameReader
  /** Bytes of the preface that have come. */
  #greeted = 0
  #idlePings = 0
  #leaving: NodeJS.Timeout | undefined
  /** Nothing that comes is looked at any more. */
  #over = false

  constructor(socket: Socket, onStream: OnStream, limits: Limits) {
    this.#socket = socket
    this.#limits = limits
    const outgoing = (this.#outgoing = new Outgoing(socket))
    const nuisance = createPatience('too many streams were reset, or settings sent', limits.nuisances)
    this.requests = new Requests(outgoing, {
      limits,
      nuisance,
      onStream: (stream, headers) => {
        this.#idlePings = 0
        return onStream(stream, headers)
      },
      onIdle: () => this.#endIfDone(),
    })
    this.#reader = new FrameReader(
      createFrameHandler({
        outgoing,
        requests: this.requests,
        nuisance,
        onPing: () => this.#countPing(),
        onPingAnswered: payload => {
          if (this.#leaving && payload.equals(lastPing)) this.#nameLast()
        },
      }),
    )
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    // A client may go away at any moment: that is no news. Unheard it would end the process.
    socket.on('error', () => undefined)
    socket.once('close', () => this.#end())
    outgoing.write(greeting(limits))
  }

  /**
   * Tells the client to go elsewhere, and ends once what it has begun is answered. In two steps: what is on its way when it hears of it
   * is still taken, and only when the client has answered a ping behind it is the last one named. Of what it has begun beyond that
   * a client may have kept no copy. https://www.rfc-editor.org/rfc/rfc9113#section-6.8
   */
  retire(): void {
    if (this.#leaving || this.#over) return
    this.#outgoing.write(
      Buffer.concat([goAwayFrame(lastPossibleStream, ErrorCode.noError), pingFrame(lastPing, false)]),
    )
    this.#leaving = setTimeout(() => this.#nameLast(), farewell).unref()
  }

  #receive(chunk: Buffer): void {
    if (this.#over) return
    const problem = this.#outgoing.hold(() => this.#read(chunk))
    free(chunk)
    if (problem) this.#fail(problem)
    else this.#endIfDone()
  }

  /** @returns why nothing more can be read */
  #read(chunk: Buffer): ConnectionError | undefined {
    try {
      this.#reader.push(this.#greeted < preface.length ? this.#withoutPreface(chunk) : chunk)
      return undefined
    } catch (error) {
      return error instanceof ConnectionError ? error : new ConnectionError(ErrorCode.internalError, '')
    }
  }

  #withoutPreface(chunk: Buffer): Buffer {
    const expected = preface.subarray(this.#greeted, this.#greeted + chunk.length)
    this.#greeted += expected.length
    if (!chunk.subarray(0, expected.length).equals(expected))
      throw new ConnectionError(ErrorCode.protocolError, 'this is no HTTP/2')
    return chunk.subarray(expected.length)
  }

  #countPing(): void {
    this.#idlePings += 1
    // The words are what grpc-go slows down at.
    if (this.#idlePings > this.#limits.maxIdlePings)
      throw new ConnectionError(ErrorCode.enhanceYourCalm, 'too_many_pings')
  }

  /** The second step of leaving. */
  #nameLast(): void {
    const { streams } = this.requests
    if (this.#over || streams.takesNoMore) return
    clearTimeout(this.#leaving)
    this.#outgoing.write(goAwayFrame(streams.takeNoMore(), ErrorCode.noError))
    this.#endIfDone()
  }

  #endIfDone(): void {
    const { streams } = this.requests
    // What is held has to be sent before.
    if (streams.takesNoMore && streams.size === 0 && !this.#outgoing.holds) this.#hangUp()
  }

  #fail({ code, message }: ConnectionError): void {
    this.#outgoing.write(goAwayFrame(this.requests.streams.takeNoMore(), code, message))
    this.requests.abandon()
    this.#hangUp()
  }

  /** Not at once: a socket that is closed while something still comes loses what the client has not read yet. */
  #hangUp(): void {
    if (this.#over) return
    this.#over = true
    this.#socket.end(() => setTimeout(() => this.#socket.destroy(), farewell).unref())
  }

  #end(): void {
    this.#over = true
    clearTimeout(this.#leaving)
    this.requests.abandon()
  }
}

/** What a client is told first. */
const greeting = ({ maxStreams, streamWindow, maxHeaders, connectionWindow }: Limits): Buffer =>
  Buffer.concat([
    settingsFrame({
      [Setting.maxConcurrentStreams]: maxStreams,
      [Setting.initialWindowSize]: streamWindow,
      [Setting.maxHeaderListSize]: maxHeaders,
    }),
    windowUpdateFrame(0, connectionWindow - firstWindow),
  ])
