import { expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { cloud } from '../scripted.ts'

const cluster = (hibernation?: string): JsonObject => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name: 'server', ...(hibernation && { annotations: { 'cnpg.io/hibernation': hibernation } }) },
  spec: { instances: 2, imageName: 'postgres:17.6', storage: { size: '1Gi' } },
})

it('takes a healthy cluster’s pods and gives them back, and leaves its Ready as it was', () => {
  const { plane, apply, get } = cloud()
  const ref = apply(cluster())
  plane.finish()
  const told = () => {
    const { conditions, readyInstances, phase } = objectAt(get(ref), 'status')
    return { conditions, readyInstances, phase }
  }
  const healthy = { phase: 'Cluster in healthy state', conditions: [{ type: 'Ready', status: 'True' }] }
  apply(cluster('on'))
  plane.finish()
  expect(told()).toMatchObject({
    ...healthy,
    readyInstances: 0,
    conditions: [...healthy.conditions, { type: 'cnpg.io/hibernation', status: 'True', reason: 'Hibernated' }],
  })
  apply(cluster())
  plane.finish()
  expect(told()).toMatchObject({ ...healthy, readyInstances: 2 })
  expect(plane.pending()).toEqual([])
})
