import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import type { Reach } from '../../functions/runtime/kind.ts'
import { assertSendable } from '../../functions/runtime/sendable.ts'
import { observed } from './fixtures.ts'

const reach: Reach = { namespace: ({ name }) => name, clusterKinds: ['v1 Namespace'] }

const object = (kind: string, namespace?: string): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'thing', ...(namespace !== undefined && { namespace }) },
})

const sending = (resource: JsonObject, namespace: string, by: Reach | undefined = reach): string => {
  const { claim } = observed({ claim: { metadata: { name: 'shop', namespace } } })
  try {
    assertSendable('key', resource, claim, by)
    return 'sent'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('a cluster-scoped claim', () => {
  it('sends into the one namespace that its kind names', () => {
    expect(sending(object('Secret', 'shop'), '')).toBe('sent')
    expect(sending(object('Secret', 'kube-system'), '')).toBe('key is in namespace "kube-system", not "shop"')
  })

  it('sends nothing without a namespace but the kinds that have none, or it jams for good', () => {
    expect(sending(object('Namespace'), '')).toBe('sent')
    expect(sending(object('Secret'), '')).toBe('key is in namespace "", not "shop"')
    expect(sending(object('Secret', ''), '')).toBe('key is in namespace "", not "shop"')
    expect(sending(object('Namespace', 'shop'), '')).toMatch(/^key is in namespace/)
  })

  it('of a kind that names no namespace sends nothing at all', () => {
    for (const resource of [object('Secret', 'shop'), object('Secret'), object('Namespace')])
      expect(sending(resource, '', { namespace: () => '', clusterKinds: [] })).toMatch(/^key is in namespace/)
  })
})

describe('a namespaced claim', () => {
  it('reaches no other namespace and no cluster-scoped kind, whatever its kind says, or a tenant reaches its neighbour', () => {
    const names = fc.constantFrom('team-a', 'team-b', 'shop', 'kube-system')
    fc.assert(
      fc.property(names, fc.option(names, { nil: undefined }), names, (own, target, reached) => {
        const by: Reach = { namespace: () => reached, clusterKinds: ['v1 Namespace'] }
        expect(sending(object('Secret', target), own, by) === 'sent').toBe(target === own)
        expect(sending(object('Namespace', target), own, by)).not.toBe('sent')
      }),
    )
  })
})
