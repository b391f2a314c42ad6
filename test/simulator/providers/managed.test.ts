import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { numberAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { isReady } from '../../../simulator/converge.ts'
import { subnetGroup } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const database = (instance: string): JsonObject => ({
  apiVersion: 'sql.gcp.m.upbound.io/v1beta1',
  kind: 'Database',
  metadata: { name: 'orders' },
  spec: { forProvider: { instanceRef: { name: instance } } },
})

const instance = (forProvider: JsonObject = {}, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'sql.gcp.m.upbound.io/v1beta1',
  kind: 'DatabaseInstance',
  metadata: { name: 'server' },
  spec: {
    forProvider: { region: 'r', databaseVersion: 'POSTGRES_17', settings: { tier: 't' }, ...forProvider },
    ...spec,
  },
})

const seenGeneration = (object: JsonObject | undefined) =>
  objectAt(object, 'status')['conditions'] &&
  (objectAt(object, 'status')['conditions'] as readonly JsonObject[]).map(each => each['observedGeneration'])

describe('a provider that creates', () => {
  it('writes eight times and is ready with the last, or the load on core is not that of a cluster', () => {
    const { plane, apply } = cloud()
    apply(instance())
    plane.finish()
    apply(database('server'))
    const readiness: boolean[] = []
    plane.api.watch(({ object }) => readiness.push(isReady(object)))
    plane.finish()
    expect(readiness).toEqual([...Array.from({ length: 7 }, () => false), true])
  })

  it('leaves a finalizer, the external name, the id and what was asked for, as functions read them', () => {
    const { plane, apply, get } = cloud()
    const ref = apply(subnetGroup('group'))
    plane.finish()
    const object = get(ref)
    expect(objectAt(object, 'metadata')['finalizers']).toEqual(['finalizer.managedresource.crossplane.io'])
    expect(textAt(object, 'metadata', 'annotations', 'crossplane.io/external-name')).toBe('group')
    expect(objectAt(object, 'status', 'atProvider')).toEqual({
      id: 'group',
      region: 'eu-central-1',
      subnetIds: ['subnet-a', 'subnet-b'],
    })
    expect(seenGeneration(object)).toEqual([1, 1])
  })

  it('keeps the external name that it was given: it names a thing that may exist already', () => {
    const { plane, apply, get } = cloud()
    const metadata = { name: 'group', annotations: { 'crossplane.io/external-name': 'theirs' } }
    const ref = apply({ ...subnetGroup('group'), metadata })
    plane.finish()
    expect(textAt(get(ref), 'status', 'atProvider', 'id')).toBe('theirs')
  })

  it('waits for what it refers to and says so once, or a wrong order of creation goes unnoticed', () => {
    const { plane, apply, said } = cloud()
    const ref = apply(database('server'))
    plane.finish()
    const missing = 'cannot resolve references: spec.forProvider.instance: DatabaseInstance "server" not found'
    expect(said(ref, 'Synced')).toEqual(['False', missing])
    expect(said(ref, 'Ready')).toBeUndefined()
    expect(plane.pending()).toEqual([])
    apply(instance())
    plane.finish()
    expect([said(ref, 'Synced'), said(ref, 'Ready')]).toEqual([['True'], ['True']])
  })

  it('takes up nothing that was ready when it was loaded, or a restored database is made again', () => {
    const { plane } = cloud()
    const conditions = [{ type: 'Ready', status: 'True', observedGeneration: 1 }]
    plane.api.load({
      ...subnetGroup('group'),
      metadata: { name: 'group', namespace: 'team-a' },
      status: { conditions },
    })
    expect(plane.pending()).toEqual([])
  })
})

describe('a provider that fails', () => {
  it('says what the cloud said at each try and recovers, or a claim’s way back is never tested', () => {
    const { plane, apply, said } = cloud({ faults: [{ kind: 'SubnetGroup', times: 2, message: 'quota' }] })
    const messages = new Set<unknown>()
    const ref = apply(subnetGroup('group'))
    while (plane.step()) messages.add(said(ref, 'Synced')?.[1])
    expect([...messages]).toEqual([undefined, 'quota (try 1)', 'quota (try 2)'])
    expect([said(ref, 'Synced'), said(ref, 'Ready')]).toEqual([['True'], ['True']])
  })

  it('fails each object of the kind and no other kind, or one quota takes the whole cloud down', () => {
    const { plane, apply, said } = cloud({ faults: [{ kind: 'SubnetGroup', times: Infinity, message: 'quota' }] })
    const broken = ['one', 'two'].map(name => apply(subnetGroup(name)))
    const other = apply(instance())
    plane.finish()
    expect(broken.map(ref => said(ref, 'Synced'))).toEqual([
      ['False', 'quota'],
      ['False', 'quota'],
    ])
    expect(said(other, 'Ready')).toEqual(['True'])
  })
})

describe('a provider that follows a change', () => {
  it('is behind until it has seen the new generation, or a readiness of yesterday counts', () => {
    const { plane, apply, get } = cloud()
    const ref = apply(subnetGroup('group'))
    plane.finish()
    apply({ ...subnetGroup('group'), spec: { forProvider: { region: 'eu-central-1', subnetIds: ['subnet-c'] } } })
    expect([numberAt(get(ref), 'metadata', 'generation'), seenGeneration(get(ref))]).toEqual([2, [1, 1]])
    expect(plane.pending().map(({ work }) => work.seconds)).toEqual([5])
    plane.finish()
    expect(seenGeneration(get(ref))).toEqual([2, 2])
    expect(objectAt(get(ref), 'status', 'atProvider')['subnetIds']).toEqual(['subnet-c'])
  })

  it('follows a reference that is to be resolved always, or a zone that moved is never noticed', () => {
    const { plane, apply, get } = cloud()
    const always = (name: string) => ({
      ...database(name),
      spec: { forProvider: { instanceRef: { name, policy: { resolve: 'Always' } } } },
    })
    for (const name of ['server', 'other']) apply({ ...instance(), metadata: { name } })
    plane.finish()
    const ref = apply(always('server'))
    plane.finish()
    expect(textAt(get(ref), 'spec', 'forProvider', 'instance')).toBe('server')
    apply(always('other'))
    plane.finish()
    expect(textAt(get(ref), 'spec', 'forProvider', 'instance')).toBe('other')
    expect(plane.pending()).toEqual([])
  })
})

describe('a provider that deletes', () => {
  it('takes its time and then lets the object go, or deletion looks instant', () => {
    const { plane, apply, get } = cloud()
    const ref = apply(instance())
    plane.finish()
    plane.api.delete(ref)
    expect(get(ref)).toBeDefined()
    expect(plane.pending().map(({ work }) => work.seconds)).toEqual([150])
    plane.finish()
    expect(get(ref)).toBeUndefined()
  })

  it('can’t while deletion protection is on, and says so, or a protected database dies in silence', () => {
    const { plane, apply, get, said } = cloud()
    const ref = apply(instance({ deletionProtection: true }))
    plane.finish()
    plane.api.delete(ref)
    plane.finish()
    expect(said(ref, 'Synced')).toEqual(['False', 'delete failed: deletion protection is enabled'])
    apply(instance({ deletionProtection: false }))
    plane.finish()
    expect(get(ref)).toBeUndefined()
  })

  it('lets a protected object go when it may not delete: the database stays in the cloud', () => {
    const { plane, apply, get } = cloud()
    const managementPolicies = ['Observe', 'Create', 'Update', 'LateInitialize']
    const ref = apply(instance({ deletionProtection: true }, { managementPolicies }))
    plane.finish()
    plane.api.delete(ref)
    expect(plane.pending().map(({ work }) => work.seconds)).toEqual([1])
    plane.finish()
    expect(get(ref)).toBeUndefined()
  })
})
