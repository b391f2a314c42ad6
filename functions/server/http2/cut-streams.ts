/** How many are remembered. */
const most = 1000

/** Streams that have ended before their client had sent all of them: what still comes is on its way, and no error. */
export class CutStreams {
  readonly #streams = new Set<number>()

  add(stream: number): void {
    this.#streams.add(stream)
    if (this.#streams.size <= most) return
    for (const oldest of this.#streams) {
      this.#streams.delete(oldest)
      return
    }
  }

  /** Whether something of it may come; `end`: it was the last. */
  mayCome(stream: number, end: boolean): boolean {
    return end ? this.#streams.delete(stream) : this.#streams.has(stream)
  }
}
