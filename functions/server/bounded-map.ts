interface Entry<Value> {
  readonly value: Value
  readonly size: number
  /** Since it was last about to go. */
  asked: boolean
}

/**
 * A map that holds so much and no more. What goes first has not been asked for since it last could have gone, or never: asking moves
 * nothing about, as a list of who was asked last would in every call.
 */
export class BoundedMap<Value> {
  private readonly limit: number
  private readonly entries = new Map<string, Entry<Value>>()
  private held = 0

  /** @param limit of the sizes of all values */
  constructor(limit: number) {
    this.limit = limit
  }

  get(key: string): Value | undefined {
    const entry = this.entries.get(key)
    if (entry) entry.asked = true
    return entry?.value
  }

  /** What would not fit at all is not kept. */
  set(key: string, value: Value, size = 1): void {
    this.delete(key)
    if (size > this.limit) return
    this.entries.set(key, { value, size, asked: false })
    this.held += size
    for (const [oldest, entry] of this.entries) {
      if (this.held <= this.limit) break
      this.delete(oldest)
      if (!entry.asked && oldest !== key) continue
      // Once more round: it comes last, in this very loop.
      this.entries.set(oldest, { ...entry, asked: false })
      this.held += entry.size
    }
  }

  private delete(key: string): void {
    this.held -= this.entries.get(key)?.size ?? 0
    this.entries.delete(key)
  }
}
