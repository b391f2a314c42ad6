import { expect, it } from 'vitest'
import { environmentDefaults } from '../../functions/settings/built-in.ts'
import { environmentOf } from '../../functions/settings/environment.ts'

it('is Development where the platform says nothing: what is protected by accident can’t be cleaned up', () => {
  expect(environmentOf({})).toEqual({ type: 'Development', declared: {}, builtIn: environmentDefaults.Development })
})

it('is of the type that is asked for, whatever the platform’s own is', () => {
  expect(environmentOf({ environmentType: 'Production' }, 'Preview').type).toBe('Preview')
})

it('has what the platform declares for its type, and of no other', () => {
  const production = { name: 'Production', availability: 'SingleZone' } as const
  const test = { name: 'Test', backupPolicy: 'weekly' } as const
  expect(environmentOf({ environmentType: 'Production', environmentTypes: [test, production] })).toEqual({
    type: 'Production',
    declared: production,
    builtIn: environmentDefaults.Production,
  })
  expect(environmentOf({ environmentType: 'Staging', environmentTypes: [test, production] }).declared).toEqual({})
})
