import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lookAround, type LookAround } from '../../../control-plane/providers/look-around.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { refOf } from '../../../simulator/api/object.ts'

const object = (name: string): JsonObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })
const all = ['one', 'two', 'three'].map(object)
const namesOf = (objects: readonly JsonObject[]) => objects.map(each => refOf(each).name).join(' ')

let looked: string[]
let around: LookAround
beforeEach(() => {
  looked = []
  const objects = { get: ({ name }: { name: string }) => all.find(each => refOf(each).name === name), list: () => all }
  around = lookAround(objects, found => looked.push(namesOf(found)))
})
afterEach(() => around.stop())

it('looks at what has changed at once, each once, and then at all, or who waits for another would wait for ever', async () => {
  for (const name of ['one', 'two', 'one', 'gone']) around.at(object(name))
  await sleep(1)
  expect(looked).toEqual(['one two'])
  await sleep(100)
  expect(looked).toEqual(['one two', 'one two three'])
})

it('looks at all once for many changes, or a thousand claims would cost a million looks', async () => {
  const began = performance.now()
  for (let change = 0; change < 100; change++) {
    around.at(object('one'))
    await sleep(1)
  }
  const most = 1 + (performance.now() - began) / 50
  expect(looked.filter(names => names === 'one two three').length).toBeLessThanOrEqual(most)
})

it('looks at nothing when nothing changes, and no more when it is stopped', async () => {
  await sleep(100)
  around.at(object('one'))
  around.stop()
  await sleep(100)
  expect(looked).toEqual([])
})
