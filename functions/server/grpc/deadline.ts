import { Code, StatusError } from './status.ts'

const milliseconds: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1000,
  m: 1,
  u: 1e-3,
  n: 1e-6,
}

/** How long a client waits, in milliseconds, from its `grpc-timeout`; for ever without one. Throws a `StatusError`. */
export const timeoutOf = (header: string | undefined): number => {
  if (header === undefined) return Infinity
  if (!/^\d{1,8}[HMSmun]$/.test(header)) throw new StatusError(Code.internal, 'malformed grpc-timeout')
  return Number(header.slice(0, -1)) * (milliseconds[header.at(-1) ?? ''] ?? NaN)
}
