/** Whether so many bytes are the same here and there; both have them. Four are compared at a time. */
export const areSameBytes = (one: DataView, here: number, other: DataView, there: number, length: number): boolean => {
  const last = length - 4
  if (last < 0) {
    for (let index = 0; index < length; index++)
      if (one.getUint8(here + index) !== other.getUint8(there + index)) return false
    return true
  }
  for (let index = 0; index < last; index += 4)
    if (one.getInt32(here + index) !== other.getInt32(there + index)) return false
  // The last four, some of which may have been compared.
  return one.getInt32(here + last) === other.getInt32(there + last)
}
