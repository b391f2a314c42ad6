import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { environmentCheck, surroundingsOf } from '../../functions/settings/surroundings.ts'
import { observed } from '../runtime/fixtures.ts'

const around = (environments: readonly JsonObject[] | undefined, status: JsonObject = {}) =>
  surroundingsOf(observed({ claim: { status }, ...(environments && { required: { environment: environments } }) }))

const named = (parts: JsonObject): JsonObject => ({ metadata: { name: 'team-a' }, ...parts })

describe('the XEnvironment of a claim', () => {
  it('is the one that is named like the claim’s namespace, or a tenant would choose his own', () => {
    expect(environmentCheck(observed())).toEqual([
      'environment',
      { apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XEnvironment', matchName: 'team-a' },
    ])
  })

  it('says what the claim counts as, and nothing where there is none: the platform does', () => {
    expect(around([named({ spec: { type: 'Production' } })])).toMatchObject({
      value: { type: 'Production', asleep: false },
    })
    expect(around([named({ spec: {} })])).toMatchObject({ value: { type: 'Development' } })
    expect(around([], { effective: { environment: 'Production' } })).toEqual({
      ok: true,
      value: { type: undefined, isThere: false, asleep: false },
    })
  })

  it('says where claims go, what they get, and whether it sleeps', () => {
    const spec = { placement: { provider: 'GCP' }, defaults: { size: 'large' } }
    expect(around([named({ spec, status: { state: 'Suspended' } })])).toEqual({
      ok: true,
      value: {
        type: 'Development',
        isThere: true,
        asleep: true,
        providers: {},
        networking: {},
        podSecurity: {},
        ...spec,
      },
    })
    for (const state of ['Active', 'Expired', 'Moon'])
      expect(around([named({ spec, status: { state } })])).toMatchObject({ value: { asleep: false } })
  })

  it('that is not fetched for a moment changes nothing, or a database loses its standby, its backups or its protection', () => {
    const status = {
      effective: { environment: 'Production', availability: 'MultiZone', state: 'Stopped' },
      backup: { policy: 'hourly' },
    }
    expect(around(undefined, status)).toEqual({
      ok: true,
      value: {
        type: 'Production',
        isThere: undefined,
        asleep: true,
        defaults: { availability: 'MultiZone', backupPolicy: 'hourly' },
      },
    })
    expect(around(undefined)).toEqual({
      ok: true,
      value: { type: undefined, isThere: undefined, asleep: false, defaults: {} },
    })
  })

  it('that only a newer version knows refuses the claim where it speaks of it: what would be a default is not known', () => {
    expect(around([named({ spec: { type: 'Moon' } })])).toMatchObject({
      ok: false,
      refusals: [{ code: 'InvalidPlatform', path: 'XEnvironment/team-a spec.type' }],
    })
    // And does not where it is none of the claim's business.
    expect(around([named({ spec: { galaxies: 7 } })])).toMatchObject({ ok: true })
  })
})
