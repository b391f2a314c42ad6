import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { namespace, secret } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const user = (more: JsonObject = {}): JsonObject => ({
  apiVersion: 'sql.gcp.m.upbound.io/v1beta1',
  kind: 'User',
  metadata: { name: 'app' },
  spec: {
    forProvider: { instance: 'server', passwordSecretRef: { name: 'password', key: 'value' } },
    writeConnectionSecretToRef: { name: 'connection' },
    ...more,
  },
})

const instance: JsonObject = {
  apiVersion: 'rds.aws.m.upbound.io/v1beta1',
  kind: 'Instance',
  metadata: { name: 'db' },
  spec: {
    forProvider: {
      region: 'r',
      identifier: 'db',
      instanceClass: 'c',
      autoGeneratePassword: true,
      passwordSecretRef: { name: 'password', key: 'password' },
    },
  },
}

const given = (password: string): JsonObject => ({
  ...secret({ value: btoa(password), password: btoa(password) }),
  metadata: { name: 'password', namespace },
})

describe('the password of a managed resource', () => {
  it('that the provider doesn’t make is waited for, or a user without a password looks ready', () => {
    const { plane, apply, said } = cloud()
    const ref = apply(user())
    plane.finish()
    expect(said(ref, 'Synced')).toEqual(['False', 'cannot get referenced Secret: Secret "password" not found'])
    apply(given('s3cr3t'))
    plane.finish()
    expect(said(ref, 'Ready')).toEqual(['True'])
  })

  it('is made once, and one that exists is kept, or a restart of the provider locks everybody out', () => {
    const { plane, apply, secret: read } = cloud()
    apply(instance)
    plane.finish()
    expect(read('password')['password']).toMatch(/^generated-for-[0-9a-f]{8}-[0-9a-f]{4}$/)
    const other = cloud()
    other.apply(given('chosen'))
    other.apply(instance)
    other.plane.finish()
    expect(other.secret('password')['password']).toBe('chosen')
  })
})

describe('the status that a provider writes', () => {
  it('mirrors what was asked for without references, or the API server refuses the provider’s write', () => {
    const { plane, apply, get } = cloud()
    const ref = apply(instance)
    plane.finish()
    const { region, instanceClass, passwordSecretRef, autoGeneratePassword } = objectAt(
      get(ref),
      'status',
      'atProvider',
    )
    expect([region, instanceClass]).toEqual(['r', 'c'])
    expect([passwordSecretRef, autoGeneratePassword]).toEqual([undefined, undefined])
  })
})

describe('the connection Secret', () => {
  it('comes before the object is ready, or the function sees a ready database without a password', () => {
    const { plane, apply, said, secret: read } = cloud()
    apply(given('s3cr3t'))
    const ref = apply(user())
    while (Object.keys(read('connection')).length === 0 && plane.step());
    expect(said(ref, 'Ready')).toEqual(['False'])
    expect(read('connection')).toEqual({ password: 's3cr3t', 'attribute.password': 's3cr3t' })
  })

  it('is not written where nobody asks for one, or passwords lie about', () => {
    const { plane, apply } = cloud()
    apply(given('s3cr3t'))
    apply(user({ writeConnectionSecretToRef: undefined as unknown as string }))
    plane.finish()
    expect(plane.api.list().filter(({ kind }) => kind === 'Secret')).toHaveLength(1)
  })
})
