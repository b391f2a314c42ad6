import { describe, expect, it } from 'vitest'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { annotated, secretOf, withSpec, withStatus, writeSecret } from '../../../simulator/providers/object.ts'
import { secretRef, widget } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const owner = widget({ size: 1 }, { uid: 'u', generation: 3, annotations: { kept: 'x' } })
const up = { type: 'Ready', status: 'True', reason: 'Available', message: '' } as const

describe('what a provider writes into an object', () => {
  it('adds annotations and fields beside those that are there, or our key annotation is lost', () => {
    expect(objectAt(annotated(owner, { added: 'y' }), 'metadata', 'annotations')).toEqual({ kept: 'x', added: 'y' })
    expect(withSpec(owner, 'spec.deep.field', 1)['spec']).toEqual({ size: 1, deep: { field: 1 } })
  })

  it('sets conditions for the generation that it has seen, or a stale Ready counts for a new spec', () => {
    const once = withStatus(owner, [up], 'then', { id: 'a' })
    const twice = withStatus({ ...once, metadata: { generation: 4 } }, [up], 'now', { host: 'b' })
    expect(twice['status']).toEqual({
      conditions: [
        { type: 'Ready', status: 'True', reason: 'Available', observedGeneration: 4, lastTransitionTime: 'then' },
      ],
      atProvider: { id: 'a', host: 'b' },
    })
  })

  it('leaves out what it knows of the cloud when that is nothing: some kinds have conditions alone', () => {
    expect(objectAt(withStatus(owner, [up], 'now'), 'status')).not.toHaveProperty('atProvider')
  })
})

describe('a Secret that a provider writes', () => {
  it('belongs to the object and is encoded, or it outlives the object', () => {
    const { plane } = cloud()
    writeSecret(plane.api, owner, 's', { password: 's3cr3t' }, 'connection.crossplane.io/v1alpha1')
    expect(plane.api.get(secretRef('s'))).toMatchObject({
      type: 'connection.crossplane.io/v1alpha1',
      data: { password: 'czNjcjN0' },
      metadata: { ownerReferences: [{ kind: 'Widget', name: 'w', uid: 'u', controller: true }] },
    })
    expect(secretOf(plane.api, owner, 's', 'password')).toBe('s3cr3t')
  })

  it('keeps keys of earlier writes, or a password is lost with the first endpoint', () => {
    const { plane, secret } = cloud()
    writeSecret(plane.api, owner, 's', { password: 'one' })
    writeSecret(plane.api, owner, 's', { endpoint: 'host' })
    expect(secret('s')).toEqual({ password: 'one', endpoint: 'host' })
    expect(textAt(plane.api.get(secretRef('s')), 'type')).toBe('Opaque')
  })

  it('has no value where there is no Secret or no key, or an empty password counts as one', () => {
    const { plane } = cloud()
    expect(secretOf(plane.api, owner, 'none', 'password')).toBeUndefined()
    writeSecret(plane.api, owner, 's', {})
    expect(secretOf(plane.api, owner, 's', 'password')).toBeUndefined()
  })
})
