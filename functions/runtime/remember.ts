/**
 * A pure function of a text that remembers what it has made. It holds so many results and then begins anew, so that memory is
 * bounded whatever comes. Never for what is secret: a result outlives its call.
 */
export const remembering = <Value>(limit: number, make: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, Value>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make(text)
    if (known.size >= limit) known.clear()
    known.set(text, made)
    return made
  }
}

/** A pure function of an object that makes its result once for as long as somebody holds the object. */
export const oncePer = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, Value>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    known.set(key, made)
    return made
  }
}
