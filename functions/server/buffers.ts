const kib = 2 ** 10

/** What is kept of buffers that nobody uses, in bytes: enough for sixteen calls at once for claims of 200 resources. */
const limit = 24 * 2 ** 20

const unused: Buffer[] = []
let kept = 0

/**
 * A buffer of at least so many bytes, with anything in it. Calls come and go by the thousand, and the memory of each request would
 * have to be found, counted by V8's garbage collector, and given back: a fifth of what a call costs.
 */
export const take = (size: number): Buffer => {
  const index = unused.findLastIndex(({ length }) => length >= size)
  const [found] = index < 0 ? [] : unused.splice(index, 1)
  kept -= found?.length ?? 0
  return found ?? Buffer.allocUnsafeSlow(64 * kib * Math.ceil(size / (64 * kib)))
}

/**
 * Frees what a socket has read, at once. Left to V8's garbage collector, which sees small objects and not what they hold, twenty
 * megabytes of it would be waiting.
 */
export const free = ({ buffer, length }: Buffer): void => {
  // Nobody else's: what is smaller may share it.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === length) buffer.transfer(0)
}

/** Whoever has taken it does not look at it any more. */
export const giveBack = (buffer: Buffer): void => {
  if (kept + buffer.length > limit) return
  kept += buffer.length
  unused.push(buffer)
}
