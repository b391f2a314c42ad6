import { ConnectionError, ErrorCode, StreamError } from './codes.ts'
import { resetStreamFrame, windowUpdateFrame } from './frames.ts'
import { HeaderBlocks, unexpected, type HeaderBlock } from './header-block.ts'
import { HeaderDecoder } from './hpack/header-decoder.ts'
import type { Limits } from './limits.ts'
import { firstWindow, type Outgoing } from './outgoing.ts'
import { ReceiveWindow } from './receive-window.ts'
import { announcedLength, readRequestHeaders, type Headers } from './request-headers.ts'
import { StreamTable } from './stream-table.ts'
import { Stream, type OnStream, type StreamOwner } from './stream.ts'

interface Options {
  readonly limits: Limits
  /** Counts what costs us more than the client. Throws a `ConnectionError` when it is enough. */
  readonly nuisance: () => void
  readonly onStream: OnStream
  /** The last open one is over. */
  readonly onIdle: () => void
}

/** The requests of one connection. What a client has sent and may not throws a `ConnectionError`, or ends its stream. */
export class Requests implements StreamOwner {
  readonly outgoing: Outgoing
  readonly streams = new StreamTable()
  readonly #options: Options
  readonly #decoder = new HeaderDecoder()
  readonly #blocks = new HeaderBlocks()
  readonly #window: ReceiveWindow
  /** Bytes of an answer that the client takes at first. */
  #clientWindow = firstWindow

  constructor(outgoing: Outgoing, options: Options) {
    this.outgoing = outgoing
    this.#options = options
    this.#window = new ReceiveWindow(options.limits.connectionWindow)
  }

  get withinHeaders(): boolean {
    return this.#blocks.incomplete
  }

  /** A part of a request. */
  data(id: number, bytes: Buffer, length: number, end: boolean): void {
    if (this.withinHeaders) throw unexpected()
    if (!this.#window.take(length)) throw new ConnectionError(ErrorCode.flowControlError, tooMuch)
    this.#widen(0, this.#window)
    const stream = this.streams.get(id)
    try {
      if (stream) this.#dataOf(stream, bytes, length, end)
      else if (this.streams.isIdle(id)) throw unexpected()
      else if (!this.streams.mayCome(id, end))
        throw new StreamError(ErrorCode.streamClosed, 'data of a stream that has ended')
    } catch (error) {
      this.#reset(id, error, !end)
    }
  }

  /** HEADERS or CONTINUATION: a request, or its trailers. */
  headers(type: number, flags: number, id: number, payload: Buffer): void {
    if (id === 0) throw unexpected()
    const block = this.#blocks.add(type, flags, id, payload)
    if (!block) return
    try {
      this.#take(block)
    } catch (error) {
      this.#reset(id, error, !block.end)
    }
  }

  /** The client takes more of an answer, or with 0 of all. */
  widen(id: number, increment: number): void {
    const stream = this.streams.get(id)
    try {
      if (id === 0) this.outgoing.widenAll(increment)
      else if (stream) this.outgoing.widen(stream, increment)
      else if (this.streams.isIdle(id)) throw unexpected()
    } catch (error) {
      this.#reset(id, error, stream?.requestEnded === false)
    }
  }

  /** The client takes so much at first of every answer, those included that have begun. */
  setClientWindow(bytes: number): void {
    this.outgoing.widenEach(this.streams.all(), bytes - this.#clientWindow)
    this.#clientWindow = bytes
  }

  /** The client does not want an answer any more. */
  cancel(id: number): void {
    if (this.streams.isIdle(id)) throw unexpected()
    this.#options.nuisance()
    // If it was cut, this is the last that comes of it.
    this.streams.mayCome(id, true)
    this.#remove(this.streams.get(id))
  }

  answered(stream: Stream): void {
    if (!stream.requestEnded) {
      // It may stop sending, which is no error.
      this.outgoing.write(resetStreamFrame(stream.id, ErrorCode.noError))
      this.streams.cut(stream.id)
    }
    this.#remove(stream)
  }

  /** Nobody is answered any more. */
  abandon(): void {
    for (const stream of this.streams.all()) this.#remove(stream)
  }

  #dataOf(stream: Stream, bytes: Buffer, length: number, end: boolean): void {
    if (!stream.window.take(length)) throw new StreamError(ErrorCode.flowControlError, tooMuch)
    if (stream.requestEnded) throw new StreamError(ErrorCode.streamClosed, 'data behind the end of a request')
    if (bytes.length === 0 && !end) this.#options.nuisance()
    stream.received += bytes.length
    stream.requestEnded = end
    if (bytes.length > 0) stream.receiver?.push(bytes)
    if (end) this.#ended(stream)
    else if (this.streams.has(stream)) this.#widen(stream.id, stream.window)
  }

  #take(block: HeaderBlock): void {
    const { stream: id, end, dependsOn } = block
    const stream = this.streams.get(id)
    // All of them, whatever becomes of the stream: later ones build on what is in them.
    const headers = this.#read(block, stream !== undefined)
    if (stream) this.#trailers(stream, headers, end)
    else if (id % 2 === 0) throw unexpected()
    else if (!this.streams.begin(id)) {
      if (!this.streams.mayCome(id, end))
        throw new ConnectionError(ErrorCode.streamClosed, 'headers of a stream that has ended')
    } else if (headers instanceof StreamError) throw headers
    else if (dependsOn === id) throw new StreamError(ErrorCode.protocolError, 'a stream that depends on itself')
    else if (this.streams.size >= this.#options.limits.maxStreams)
      throw new StreamError(ErrorCode.refusedStream, 'more streams at once than were allowed')
    else this.#begin(id, headers, end)
  }

  #begin(id: number, headers: Headers, end: boolean): void {
    const { limits, onStream } = this.#options
    const announced = announcedLength(headers)
    const stream = new Stream(id, this, { announced, receives: limits.streamWindow, maySend: this.#clientWindow })
    this.streams.add(stream)
    stream.requestEnded = end
    stream.receiver = onStream(stream, headers)
    if (end) this.#ended(stream)
  }

  #read({ bytes }: HeaderBlock, trailers: boolean): Headers | StreamError {
    try {
      return readRequestHeaders(this.#decoder, bytes, { limit: this.#options.limits.maxHeaders, trailers })
    } catch (error) {
      if (error instanceof StreamError) return error
      throw error
    }
  }

  #trailers(stream: Stream, headers: Headers | StreamError, end: boolean): void {
    if (stream.requestEnded) throw new StreamError(ErrorCode.streamClosed, 'headers behind the end of a request')
    if (headers instanceof StreamError) throw headers
    if (!end) throw new StreamError(ErrorCode.protocolError, 'headers within a request')
    stream.requestEnded = true
    this.#ended(stream)
  }

  #ended(stream: Stream): void {
    if (stream.announced !== undefined && stream.announced !== stream.received)
      throw new StreamError(ErrorCode.protocolError, 'a request of another length than it has announced')
    if (this.streams.has(stream)) stream.receiver?.end()
  }

  /** What is thrown for one stream ends that, and no other. `more`: the client has not sent all of it. */
  #reset(id: number, error: unknown, more: boolean): void {
    if (!(error instanceof StreamError)) throw error
    this.#options.nuisance()
    this.outgoing.write(resetStreamFrame(id, error.code))
    if (more) this.streams.cut(id)
    this.#remove(this.streams.get(id))
  }

  #remove(stream: Stream | undefined): void {
    if (!stream || !this.streams.remove(stream)) return
    this.outgoing.forget(stream)
    stream.close()
    if (this.streams.size === 0) this.#options.onIdle()
  }

  #widen(id: number, window: ReceiveWindow): void {
    const increment = window.widen()
    if (increment > 0) this.outgoing.write(windowUpdateFrame(id, increment))
  }
}

const tooMuch = 'more data than was asked for'
