import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { present, type JsonObject } from '../runtime/json.ts'
import { textAt } from '../runtime/read.ts'
import type { Settled } from '../runtime/settle.ts'

/** Something that is honoured only in part, for `status.deviations`. */
export interface Deviation {
  readonly field: string
  readonly reason: string
}

/** One line of `status.resources`. */
export const resourceLine = ({ key, ready, message, resource: planned, observed }: Settled): JsonObject =>
  present({
    key,
    kind: textAt(observed ?? planned, 'kind') ?? 'waiting',
    externalName: textAt(observed, 'metadata', 'annotations', 'crossplane.io/external-name'),
    ready: ready ? 'True' : 'False',
    message: message === '' ? undefined : message,
  })

/** Where the platform team answers. */
export const supportLinks = ({ support = {} }: PlatformSpec): { title: string; url: string }[] => [
  ...(support.docs ? [{ title: 'Documentation', url: support.docs }] : []),
  ...(support.ticketUrl ? [{ title: 'Support', url: support.ticketUrl }] : []),
]
