const units = new Map(
  Object.entries({
    '': 1,
    m: 1e-3,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    P: 1e15,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    Pi: 2 ** 50,
  }),
)

/** A Kubernetes quantity as a number: bytes, or cores (`500m` is 0.5); `undefined` if it is none. */
export const bytesOf = (quantity: string): number | undefined => {
  const [, digits, unit] = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]*)$/.exec(quantity) ?? []
  const factor = units.get(unit ?? '')
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor
}

/** A quantity in whole gibibytes, rounded up: the unit in which AWS and GCP count disks. */
export const gibibytes = (quantity: string): number => Math.ceil((bytesOf(quantity) ?? 0) / 2 ** 30)

/** A quantity in whole mebibytes, rounded up. */
export const mebibytes = (quantity: string): number => Math.ceil((bytesOf(quantity) ?? 0) / 2 ** 20)
