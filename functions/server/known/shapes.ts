/** All but the scalars: claims of a kind have the same, so it is held once, and is at hand when the next one is compared. */
export interface Shape {
  /**
   * Each value is some of these, and where they begin is its place. `absent`; or `scalar` and its number; or `list`, how many items,
   * and the place of each; or `open` for an object of which these fields are so, `closed` for one that has no others: how many
   * fields, how many of them are there, and for each the signature of its key, where the key begins, and the place of its value.
   */
  readonly numbers: Int32Array
  readonly keys: DataView
}

const shapes: Shape[] = []
const mostShapes = 256

/** The same shape is the same object, as long as it is remembered. */
export const interned = (numbers: Int32Array, keys: Buffer): Shape => {
  const known = shapes.find(shape => areEqual(shape.numbers, numbers) && areEqual(shape.keys, keys))
  if (known) return known
  const shape = { numbers, keys: new DataView(Uint8Array.from(keys).buffer) }
  if (shapes.length === mostShapes) shapes.shift()
  shapes.push(shape)
  return shape
}

const areEqual = (one: ArrayBufferView, other: ArrayBufferView): boolean =>
  one.byteLength === other.byteLength && Buffer.compare(bytesOf(one), bytesOf(other)) === 0

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)
