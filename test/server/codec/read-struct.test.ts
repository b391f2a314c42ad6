import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { decodeRequest } from '../../../functions/server/codec/request.ts'
import { MalformedMessage } from '../../../functions/server/codec/reader.ts'
import { jsonObjects } from '../../harness/json.ts'
import { bytesOf } from '../../harness/requests.ts'

const composite = (resource: JsonObject) =>
  bytesOf(RunFunctionRequest.fromPartial({ observed: { composite: { resource } } }))

const decoded = (bytes: Uint8Array): JsonObject => decodeRequest(bytes).observed.composite?.resource ?? {}

describe('managedFields', () => {
  it('are read as they were sent, once somebody asks, or what is kept as it was would change', () => {
    fc.assert(
      fc.property(jsonObjects(), fields => {
        const object = decoded(composite({ metadata: { name: 'a', managedFields: [fields, fields], uid: 'b' }, z: 1 }))
        expect(textAt(object, 'metadata', 'uid')).toBe('b')
        expect(object).toEqual({ metadata: { name: 'a', managedFields: [fields, fields], uid: 'b' }, z: 1 })
        expect(object).toEqual({ metadata: { name: 'a', managedFields: [fields, fields], uid: 'b' }, z: 1 })
      }),
    )
  })

  it('are copied with the object, as any field is', () => {
    const { metadata } = decoded(composite({ metadata: { managedFields: [{ manager: 'a' }] } }))
    expect({ ...(metadata as JsonObject) }).toEqual({ managedFields: [{ manager: 'a' }] })
  })

  it('that are malformed are told as such when they are read, not as a bug', () => {
    const bytes = composite({ metadata: { managedFields: ['mark'] } })
    const at = Buffer.from(bytes).indexOf('mark')
    bytes[at] = 0xff
    const { metadata } = decoded(bytes)
    expect(() => (metadata as JsonObject)['managedFields']).toThrow(MalformedMessage)
  })
})
