import { canonical } from '../../runtime/canonical.ts'
import type { Resource, RunFunctionRequest } from '../../runtime/protocol.ts'
import { textAt } from '../../runtime/read.ts'
import { Unread } from '../../runtime/unread.ts'
import { byKey } from '../by-key.ts'

/** A request as what is decoded of it in any case, in one text, and the objects that are still unread. */
export interface Outline {
  readonly text: string
  readonly unread: readonly Unread[]
}

/** Equal for requests that differ at most in their tag, in the order of things, and in what the unread objects hold. */
export const outlineOf = (request: RunFunctionRequest): Outline => {
  const unread: Unread[] = []
  const described = ({ resource, connectionDetails, ready }: Resource): readonly unknown[] => {
    if (resource instanceof Unread) unread.push(resource)
    return [
      ready,
      // An object that is known by its version is that version.
      resource instanceof Unread
        ? ''
        : [textAt(resource, 'metadata', 'uid'), textAt(resource, 'metadata', 'resourceVersion')],
      byKey(connectionDetails).map(([name, value]) => [name, Buffer.from(value).toString('latin1')]),
    ]
  }
  const { composite, resources } = request.observed
  const parts = [
    request.capabilities,
    composite && described(composite),
    byKey(resources).map(([key, resource]) => [key, described(resource)]),
    byKey(request.requiredResources).map(([name, items]) => [name, items.map(described)]),
    byKey(request.requiredSchemas),
    canonical(request.input),
  ]
  return { text: JSON.stringify(parts), unread }
}
