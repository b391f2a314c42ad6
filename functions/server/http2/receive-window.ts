/** How much a client may send before we ask for more, of one stream or of a connection. */
export class ReceiveWindow {
  readonly #size: number
  #left: number

  /** `size` in bytes. */
  constructor(size: number) {
    this.#size = size
    this.#left = size
  }

  /** Counts what has come. @returns whether it was allowed */
  take(bytes: number): boolean {
    this.#left -= bytes
    return this.#left >= 0
  }

  /** By how much it is to be widened now: by all that was taken, once that is half of it; otherwise 0. */
  widen(): number {
    const taken = this.#size - this.#left
    if (taken < this.#size / 2) return 0
    this.#left = this.#size
    return taken
  }
}
