const limit = 256

/**
 * A provider's message without what changes from try to try (request ids, times, addresses of Go values) and no longer
 * than 256 characters: a status that changes with each retry would wake Crossplane for ever.
 */
export const calm = (message: string): string => {
  const steady = message
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '…')
    .replaceAll(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '…')
    .replaceAll(/\b0x[0-9a-f]{6,}\b/gi, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return steady.length > limit ? `${steady.slice(0, limit - 1)}…` : steady
}
