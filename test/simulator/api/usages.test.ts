import { expect, it } from 'vitest'
import { inUse, isUsage, usedBy } from '../../../simulator/api/usages.ts'

const usage = (resourceRef: object) => ({
  apiVersion: 'protection.crossplane.io/v1beta1',
  kind: 'Usage',
  metadata: { name: 'u', namespace: 'shop' },
  spec: { of: { apiVersion: 'v1', kind: 'Namespace', resourceRef: { name: 'shop', ...resourceRef } } },
})

it('keeps what is in its own namespace, or has none where it says so', () => {
  expect(usedBy(usage({}))).toEqual({ apiVersion: 'v1', kind: 'Namespace', name: 'shop', namespace: 'shop' })
  expect(usedBy(usage({ namespace: '' }))).toEqual({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' })
})

it('is told by its kind, and what it keeps by a label', () => {
  expect([isUsage(usage({})), isUsage({ ...usage({}), kind: 'Secret' })]).toEqual([true, false])
  expect(inUse({ metadata: { labels: { 'crossplane.io/in-use': 'true' } } })).toContain('denied the request')
  expect(inUse({ metadata: {} })).toBeUndefined()
})
