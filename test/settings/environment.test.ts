import { describe, expect, it } from 'vitest'
import { observed } from '../runtime/fixtures.ts'
import { environmentDefaults } from '../../functions/settings/built-in.ts'
import { environmentCheck, environmentOf, environmentTypeFor } from '../../functions/settings/environment.ts'

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

describe('the XEnvironment of a claim', () => {
  const typeFor = (required: readonly object[] | undefined, recorded?: string) => {
    const claim = recorded === undefined ? {} : { status: { effective: { environment: recorded } } }
    return environmentTypeFor(
      observed({ claim, ...(required && { required: { environment: required.map(each => ({ ...each })) } }) }),
    )
  }

  it('is the one that is named like the claim’s namespace, or a tenant would choose his own', () => {
    expect(environmentCheck(observed())).toEqual([
      'environment',
      { apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XEnvironment', matchName: 'team-a' },
    ])
  })

  it('says what the claim counts as; where there is none, the platform does', () => {
    expect(typeFor([{ spec: { type: 'Production' } }])).toEqual({ ok: true, value: 'Production' })
    expect(typeFor([{ spec: {} }])).toEqual({ ok: true, value: 'Development' })
    expect(typeFor([], 'Production')).toEqual({ ok: true, value: undefined })
  })

  it('that is not fetched for a moment changes nothing, or a database loses its protection', () => {
    expect(typeFor(undefined, 'Production')).toEqual({ ok: true, value: 'Production' })
    expect(typeFor(undefined)).toEqual({ ok: true, value: undefined })
  })

  it('of a type that only a newer version knows refuses the claim: what would be a default is not known', () => {
    expect(typeFor([{ spec: { type: 'Moon' } }])).toMatchObject({
      ok: false,
      refusals: [{ code: 'InvalidPlatform', path: 'XEnvironment/team-a spec.type' }],
    })
  })
})
