import { expect, it } from 'vitest'
import { cachedApi } from '../../../control-plane/providers/cached-api.ts'
import { sender } from '../../../control-plane/providers/send.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { cluster, newNamespace, now } from './bed.ts'

const [ours, theirs] = ['example.org/ours', 'example.org/theirs']

it('a stand-in that comes too late leaves others’ finalizers alone, or what is deleted stays for ever', async () => {
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'ends', namespace: await newNamespace('late'), finalizers: [ours, theirs] },
  }
  await cluster.apply(object)
  await cluster.remove(object)
  const api = cachedApi()
  const seen = await now(object)
  api.seen(seen)
  // As the garbage collector does, between a look and a write.
  await cluster.patch(object, { metadata: { finalizers: [ours] } })

  api.update({ ...seen, metadata: { ...objectAt(seen, 'metadata'), finalizers: [theirs] } }, 'provider')
  const said: string[] = []
  await sender({ cluster, api, log: line => said.push(line) })(api.taken())
  expect(await now(object)).toEqual({})
  expect([said, api.list()]).toEqual([[], []])
})
