import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { isReady } from '../../../simulator/converge.ts'
import { secretRef } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const postgresql = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind,
  metadata: { name },
  spec,
})

const cluster = (more: JsonObject = {}): JsonObject =>
  postgresql('Cluster', 'server', { instances: 2, imageName: 'postgres:17.6', storage: { size: '1Gi' }, ...more })

const database = postgresql('Database', 'orders', { name: 'orders', owner: 'app', cluster: { name: 'server' } })

describe('the fake CloudNativePG', () => {
  it('brings a cluster up in phases of which only the last is ready, or Ready comes too early', () => {
    const { plane, apply } = cloud()
    apply(cluster())
    const seen: unknown[] = []
    plane.api.watch(({ object }) => {
      if (object['kind'] === 'Cluster')
        seen.push([textAt(object, 'status', 'phase'), isReady(object), objectAt(object, 'status')['readyInstances']])
    })
    plane.finish()
    expect(seen).toEqual([
      ['Setting up primary', false, 0],
      ['Waiting for the instances to become active', false, 0],
      ['Cluster in healthy state', true, 2],
    ])
    expect(plane.seconds).toBe(80)
  })

  it('makes the Secrets with its own names: credentials, and an authority whose key nobody gets', () => {
    const { plane, apply, secret } = cloud()
    apply(cluster())
    plane.finish()
    expect(secret('server-app')).toEqual({ username: 'app', password: 'generated-for-server' })
    expect(Object.keys(secret('server-ca'))).toEqual(['ca.crt'])
    expect(textAt(plane.api.get(secretRef('server-app')), 'type')).toBe('kubernetes.io/basic-auth')
  })

  it('applies a database only once its cluster is healthy, or a database is Ready without a server', () => {
    const { plane, apply, get } = cloud()
    const ref = apply(database)
    plane.finish()
    expect(get(ref)?.['status']).toBeUndefined()
    apply(cluster())
    plane.finish()
    expect(get(ref)?.['status']).toEqual({ applied: true, observedGeneration: 1 })
    expect(plane.pending()).toEqual([])
    apply({ ...database, spec: { name: 'orders', owner: 'another', cluster: { name: 'server' } } })
    plane.finish()
    expect(get(ref)?.['status']).toEqual({ applied: true, observedGeneration: 2 })
  })

  it('follows a new image and is behind until then, or an upgrade seems to be done at once', () => {
    const { plane, apply, get } = cloud()
    const ref = apply(cluster())
    plane.finish()
    apply(cluster({ imageName: 'postgres:18.1', instances: 3 }))
    expect(objectAt(get(ref), 'status')).toMatchObject({ image: 'postgres:17.6', instances: 2 })
    plane.finish()
    expect(objectAt(get(ref), 'status')).toMatchObject({ image: 'postgres:18.1', instances: 3, readyInstances: 3 })
    expect(objectAt(get(ref), 'status')['conditions']).toMatchObject([{ type: 'Ready', observedGeneration: 2 }])
  })

  it('leaves alone what is being deleted, or simulated time never stops', () => {
    const { plane, apply } = cloud()
    const ref = apply({ ...cluster(), metadata: { name: 'server', finalizers: ['example.org/hold'] } })
    plane.api.delete(ref)
    expect(plane.pending()).toEqual([])
  })
})
