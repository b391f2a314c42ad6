import { expect, it } from 'vitest'
import { cachedApi } from '../../../control-plane/providers/cached-api.ts'
import { watchedKinds } from '../../../control-plane/providers/watched.ts'

it('knows where every kind is served, with what providers look into, or they wait for a Secret for ever', () => {
  const kinds = watchedKinds({ api: cachedApi(), faults: [], slowness: 1 }).map(
    ({ kind, plural }) => `${kind} ${plural}`,
  )
  expect(kinds).toContain('Secret secrets')
  expect(kinds).toContain('ProviderConfig providerconfigs')
  expect(kinds).toContain('Cluster clusters')
  expect(kinds).toContain('Instance instances')
  expect(new Set(kinds).size).toBeGreaterThan(14)
})
