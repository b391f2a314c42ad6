const limit = 256

/**
 * A provider's message without what changes from try to try (request ids, times, addresses of Go values) and no longer
 * than 256 characters: a status that changes with each retry would wake Crossplane for ever. Calm twice is calm once.
 */
export const calm = (message: string): string => {
  const steady = shortened(withoutFleeting(message.replaceAll(/\s+/g, ' ').trim()))
  // What is cut in the middle may look fleeting only now.
  return steady === message ? steady : calm(steady)
}

const withoutFleeting = (message: string): string =>
  message
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '…')
    .replaceAll(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '…')
    .replaceAll(/\b0x[0-9a-f]{6,}\b/gi, '…')

/** Never half of a character that takes two. */
const shortened = (message: string): string =>
  message.length > limit ? `${message.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : message
