import { expect, it } from 'vitest'
import { observations } from '../../../../functions/kinds/database/kubernetes/observations.ts'
import { kubernetesDatabase } from '../../fixtures.ts'

const seen = (image: string | undefined) => {
  const cluster = { spec: { storage: { size: '80Gi' } }, status: image === undefined ? {} : { image } }
  return observations(kubernetesDatabase({ sent: { composed: { cluster } } }))
}

it('knows nothing before the cluster exists', () => {
  expect(observations(kubernetesDatabase())).toEqual({
    engineVersion: undefined,
    allocated: undefined,
    zones: [],
    console: undefined,
  })
})

it.each([
  [undefined, undefined],
  ['', undefined],
  ['cloudnative-pg/postgresql', undefined],
  ['cloudnative-pg/postgresql:latest', undefined],
  ['cloudnative-pg/postgresql:17-standard-trixie', '17'],
  ['cloudnative-pg/postgresql:17.4-standard-trixie', '17.4'],
  ['cloudnative-pg/postgresql:17.4@sha256:0123', '17.4'],
  ['registry.example.org:5000/postgresql:17.4', '17.4'],
  ['registry.example.org:5000/postgresql', undefined],
])('reads from the image %s the version %s', (image, engineVersion) => {
  expect(seen(image)).toEqual({ engineVersion, allocated: '80Gi', zones: [], console: undefined })
})
