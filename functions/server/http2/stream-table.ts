import { CutStreams } from './cut-streams.ts'
import type { Stream } from './stream.ts'

/** Which streams of a connection are open, which were, and which may still be. Their numbers grow: an older one never comes back. */
export class StreamTable {
  readonly #open = new Map<number, Stream>()
  readonly #cut = new CutStreams()
  /** Streams up to this one have been begun. */
  #begun = 0
  /** Streams beyond this one are ignored. */
  #last = Infinity

  get size(): number {
    return this.#open.size
  }

  get(id: number): Stream | undefined {
    return this.#open.get(id)
  }

  has({ id }: Stream): boolean {
    return this.#open.has(id)
  }

  /** All that are open, each of which may be removed meanwhile. */
  all(): Iterable<Stream> {
    return this.#open.values()
  }

  /** Whether it can be begun; from then on it can't. */
  begin(id: number): boolean {
    if (id <= this.#begun || this.#ignores(id)) return false
    this.#begun = id
    return true
  }

  add(stream: Stream): void {
    this.#open.set(stream.id, stream)
  }

  remove({ id }: Stream): boolean {
    return this.#open.delete(id)
  }

  /** Ends before its client has sent all of it: what still comes is no error. */
  cut(id: number): void {
    this.#cut.add(id)
  }

  /** Something comes of it though it is not open, the last of it with `end`. @returns whether that is no error */
  mayCome(id: number, end: boolean): boolean {
    return this.#ignores(id) || this.#cut.mayCome(id, end)
  }

  /** It has never been begun, and may be. */
  isIdle(id: number): boolean {
    return id === 0 || (id > this.#begun && !this.#ignores(id))
  }

  get takesNoMore(): boolean {
    return this.#last !== Infinity
  }

  /** Ignores what is begun from now on. @returns the last stream that is not */
  takeNoMore(): number {
    this.#last = Math.min(this.#last, this.#begun)
    return this.#last
  }

  #ignores(id: number): boolean {
    return id > this.#last
  }
}
