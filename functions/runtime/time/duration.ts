const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** A length of time such as `30m`, `72h` or `14d`, in milliseconds; `undefined` for anything else. */
export const millisecondsOf = (duration: string): number | undefined => {
  const [, digits, unit] = /^([1-9]\d*)([mhd])$/.exec(duration) ?? []
  return unit === 'm' || unit === 'h' || unit === 'd' ? Number(digits) * units[unit] : undefined
}

/** A moment as Kubernetes writes it, such as `2026-01-31T18:00:00Z`. */
export const timestamp = (moment: number): string => new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z')
