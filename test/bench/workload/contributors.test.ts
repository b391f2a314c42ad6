import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { expect, it } from 'vitest'
import { requestContributors } from './contributors.ts'

it('counts every byte of a request once, the largest part first', () => {
  const resource = {
    metadata: { name: 'a', managedFields: [{ manager: 'x'.repeat(200) }] },
    spec: { size: 'y'.repeat(100) },
  }
  const request = RunFunctionRequest.fromPartial({
    observed: { composite: { resource: { status: { a: 1 } } }, resources: { a: { resource } } } as never,
  })
  const found = requestContributors(request)
  expect(found[0]?.[0]).toBe('managedFields of composed resources')
  expect(found.reduce((total, [, bytes]) => total + bytes, 0)).toBe(RunFunctionRequest.encode(request).finish().length)
  expect(Object.fromEntries(found)['spec of composed resources']).toBeGreaterThan(100)
})
