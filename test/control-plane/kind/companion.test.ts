import { expect, it } from 'vitest'
import { companionObjects } from '../../../control-plane/kind/companion.ts'
import { registry } from '../../../control-plane/kind/registry.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'

const objects = companionObjects({ folders: { root: '/planes/x' }, image: 'roadbed.local/node:1', pace: 0.5 })
const find = (kind: string) => objects.find(object => object['kind'] === kind)

it('serves packages where Crossplane and containerd look for them', () => {
  expect(textAt(find('Service'), 'spec', 'clusterIP')).toBe(registry.address)
  expect(find('Service')).toMatchObject({ spec: { ports: [{ port: registry.port }] } })
})

it('runs with the pace that was asked for, sees the sources and the control plane, and can change neither', () => {
  const pod = objectAt(find('Deployment'), 'spec', 'template', 'spec')
  expect(pod).toMatchObject({
    containers: [
      {
        image: 'roadbed.local/node:1',
        command: expect.arrayContaining(['--folder', '/planes/x', '--in-cluster', '--pace', '0.5']) as unknown,
        volumeMounts: [
          { name: 'sources', readOnly: true },
          { name: 'plane', mountPath: '/planes/x', readOnly: true },
        ],
      },
    ],
  })
})

it('is never there twice: two would both be the clouds', () => {
  expect(find('Deployment')).toMatchObject({ spec: { strategy: { type: 'Recreate' } } })
})
