import type { Provider } from '../../../../apis/blocks/placement.ts'

/**
 * What a queue can be called (AWS, “Amazon SQS message quotas”; Google Cloud, “Guidelines to name a resource”; Azure, “Naming rules and
 * restrictions”). RabbitMQ takes whatever the definition does.
 */
const names: Partial<Record<Provider, { readonly pattern: RegExp; readonly rule: string }>> = {
  AWS: {
    pattern: /^(?:[\w-]{1,80}|[\w-]{1,75}\.fifo)$/,
    rule: 'a queue of SQS has at most 80 letters, digits, - and _; one that keeps the order ends in .fifo',
  },
  GCP: {
    pattern: /^(?!goog)[A-Za-z][\w.-]{2,254}$/,
    rule: 'a subscription of Pub/Sub has at least three letters, digits, -, . and _, and begins with a letter, but not with goog',
  },
  Azure: {
    pattern: /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/,
    rule: 'a queue of Service Bus has letters, digits, -, . and _, and begins and ends with a letter or digit',
  },
}

/** Why nothing can be called so there; `undefined` when it can. */
export const nameFault = (provider: Provider, name: string): string | undefined => {
  const known = names[provider]
  return known && !known.pattern.test(name) ? `"${name}" can't be one on ${provider}: ${known.rule}` : undefined
}
