import type { Outgoing } from './outgoing.ts'
import { ReceiveWindow } from './receive-window.ts'
import type { Headers } from './request-headers.ts'

/** Whom a request is given to, as it arrives. Neither throws. */
export interface Receiver {
  /** The bytes are there until it returns, and no longer. */
  readonly push: (bytes: Buffer) => void
  /** The client has sent all that it wants to. */
  readonly end: () => void
}

/** Takes a new stream. */
export type OnStream = (stream: Stream, headers: Headers) => Receiver

/** Whom a stream tells how far it is. */
export interface StreamOwner {
  readonly outgoing: Outgoing
  /** All has been answered. */
  readonly answered: (stream: Stream) => void
}

interface Begun {
  readonly announced: number | undefined
  /** Bytes that the client may send before it is asked for more, and that it takes. */
  readonly receives: number
  readonly maySend: number
}

/** One request and its answer. Blocks of headers are encoded already: nearly all answers have the same. */
export class Stream {
  readonly id: number
  readonly owner: StreamOwner
  receiver: Receiver | undefined
  /** The client has sent all that it wants to. */
  requestEnded = false
  readonly window: ReceiveWindow
  /** Bytes of the request that have come, and how many the client has said that it would send. */
  received = 0
  readonly announced: number | undefined

  /** Bytes of data that the client takes as of now. */
  maySend: number
  /** What has not been sent yet: headers, data of so many bytes, and what ends the answer. */
  head: Buffer | undefined
  readonly pieces: Buffer[] = []
  pending = 0
  last: Buffer | undefined
  /** The headers end the answer. */
  headEnds = false

  #answering = false
  #closed = false
  /** It is over, whichever way. */
  onClose: (() => void) | undefined

  constructor(id: number, owner: StreamOwner, { announced, receives, maySend }: Begun) {
    this.id = id
    this.owner = owner
    this.announced = announced
    this.window = new ReceiveWindow(receives)
    this.maySend = maySend
  }

  /** Nothing has been answered, and the client is still there. */
  get awaitsAnswer(): boolean {
    return !this.#answering && !this.#closed
  }

  /** Answers with headers, data, and trailers that end it; without trailers more may follow. */
  respond(head: Buffer, pieces: readonly Buffer[], trailers?: Buffer): void {
    if (!this.awaitsAnswer) return
    this.#answering = true
    this.head = head
    this.#send(pieces, trailers)
  }

  /** Answers with headers alone. */
  respondOnly(head: Buffer): void {
    if (!this.awaitsAnswer) return
    this.headEnds = true
    this.respond(head, [])
  }

  /** Sends more of an answer, or its end. */
  send(pieces: readonly Buffer[], trailers?: Buffer): void {
    const complete = this.headEnds || this.last !== undefined
    if (this.#answering && !this.#closed && !complete) this.#send(pieces, trailers)
  }

  #send(pieces: readonly Buffer[], trailers: Buffer | undefined): void {
    for (const piece of pieces) {
      this.pieces.push(piece)
      this.pending += piece.length
    }
    this.last = trailers
    this.owner.outgoing.pump(this)
  }

  /** For its owner, once. */
  close(): void {
    this.#closed = true
    this.onClose?.()
  }
}
