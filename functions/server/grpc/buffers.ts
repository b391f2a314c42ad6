const kib = 2 ** 10

/** What is kept of buffers that nobody uses, in bytes: enough for the messages of sixteen calls at once. */
const limit = 4096 * kib

const free: Buffer[] = []
let kept = 0

/**
 * A buffer of at least so many bytes, with anything in it. Calls come and go by the thousand, and the memory of each request would
 * have to be found, counted by V8's garbage collector, and given back: a fifth of what a call costs.
 */
export const take = (size: number): Buffer => {
  const index = free.findLastIndex(({ length }) => length >= size)
  const [found] = index < 0 ? [] : free.splice(index, 1)
  kept -= found?.length ?? 0
  return found ?? Buffer.allocUnsafeSlow(64 * kib * Math.ceil(size / (64 * kib)))
}

/** Whoever has taken it does not look at it any more. */
export const giveBack = (buffer: Buffer): void => {
  if (kept + buffer.length > limit) return
  kept += buffer.length
  free.push(buffer)
}
