import { describe, expect, it } from 'vitest'
import type { Cluster } from '../../../control-plane/api/cluster.ts'
import { installProviderCrds } from '../../../control-plane/steps/provider-crds.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'

const crd = (name: string): JsonObject => ({
  kind: 'CustomResourceDefinition',
  metadata: { name, annotations: { 'api-approved.kubernetes.io': 'unapproved' } },
})

const set = (digest: string) => ({
  digest,
  kinds: new Map(['a', 'b'].map(name => [name, `example.org/v1 ${name.toUpperCase()}`])),
  read: () => ['a', 'b'].map(crd),
})

/** An API server that serves a kind as soon as it has been asked for it a second time. */
const bed = () => {
  const there = new Map<string, JsonObject>()
  const applied: string[] = []
  let asked = 0
  const cluster = {
    apply: (object: JsonObject) => {
      const name = textAt(object, 'metadata', 'name') ?? ''
      applied.push(name)
      return Promise.resolve(void there.set(name, objectAt(object, 'metadata')))
    },
    listMetadata: () => Promise.resolve([...there.values()]),
    servedKinds: () => Promise.resolve(new Set(asked++ === 0 ? [] : ['example.org/v1 A', 'example.org/v1 B'])),
  } as unknown as Cluster
  return { cluster, there, applied, asked: () => asked }
}

describe('installing the providers’ kinds', () => {
  it('goes on once all are served, and keeps the annotations by which Kubernetes accepts them', async () => {
    const { cluster, there, asked } = bed()
    await installProviderCrds(cluster, set('one'))
    expect(asked()).toBe(2)
    expect(objectAt(there.get('a'), 'annotations')).toEqual({
      'api-approved.kubernetes.io': 'unapproved',
      'platform.roadbed.dev/digest': 'one',
    })
  })

  it('does not give the API server again what it has: it would look at it for seconds, with every `up`', async () => {
    const { cluster, applied } = bed()
    await installProviderCrds(cluster, set('one'))
    await installProviderCrds(cluster, set('one'))
    expect(applied).toEqual(['a', 'b'])
  })

  it('brings back the one that somebody has deleted, and all of them when they are made of something else', async () => {
    const { cluster, applied, there } = bed()
    await installProviderCrds(cluster, set('one'))
    there.delete('b')
    await installProviderCrds(cluster, set('one'))
    expect(applied).toEqual(['a', 'b', 'b'])
    await installProviderCrds(cluster, set('two'))
    expect(applied).toEqual(['a', 'b', 'b', 'a', 'b'])
  })
})
