import { describe, expect, it } from 'vitest'
import { serviceEnv } from '../../../functions/kinds/service/pod/env.ts'
import { refusalsOf, serviceOf } from './fixtures.ts'

const valueOf = (value: string) =>
  serviceEnv(serviceOf({ databases: [{ name: 'db' }], env: [{ name: 'A', value }] })).find(({ name }) => name === 'A')
    ?.value

describe('a value that is put together', () => {
  it.each([
    ['$(db.host):$(db.port)', '$(BINDING_DB_HOST):$(BINDING_DB_PORT)'],
    // As Kubernetes has it: two dollars are one that means nothing.
    ['$$(db.host)', '$$(db.host)'],
    ['$$$(db.host)', '$$$(BINDING_DB_HOST)'],
    ['$(OTHER) $(db', '$(OTHER) $(db'],
  ])('%s gives the pod %s, or a text that is meant as it is changes', (value, given) => {
    expect(valueOf(value)).toBe(given)
  })

  it('is not refused for a binding that it does not name', () => {
    expect(refusalsOf({ env: [{ name: 'A', value: '$$(db.host)' }] })).toEqual([])
    expect(refusalsOf({ env: [{ name: 'A', value: '$$$(db.host)' }] })).toEqual(['UnknownBinding spec.env[A].value'])
  })
})
