import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import { environmentTypes } from '../../../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { chosenFor } from '../../../../functions/kinds/database/resolve/chosen.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { environmentDefaults } from '../../../../functions/settings/built-in.ts'
import { maybe } from '../../../runtime/fixtures.ts'
import { observedDatabase } from '../../fixtures.ts'

const input = { apiVersion: 'function.roadbed.dev/v1alpha1', kind: 'Input', behaviour: 1 } as const

interface Situation {
  readonly spec?: Partial<DatabaseSpec>
  readonly environment?: JsonObject
  readonly platform?: PlatformSpec
  readonly status?: JsonObject
}

const outcomeOf = ({ spec = {}, environment, platform = {}, status = {} }: Situation) => {
  const required = { environment: environment ? [{ metadata: { name: 'team-a' }, spec: environment }] : [] }
  return chosenFor({ engine: 'Postgres', ...spec }, platform, input, observedDatabase({ claim: { status }, required }))
}

const settingsOf = (situation: Situation) => {
  const outcome = outcomeOf(situation)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return { ...outcome.value.settings, backup: outcome.value.backup.policy }
}

/** What somebody says, and leaves out what he does not say. */
const said = <T extends object>(words: T) =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>
  }

describe('what a database gets', () => {
  it('is what the claim says, else its environment, else the type of that in the platform, else what is built in', () => {
    const availability = maybe(fc.constantFrom('SingleZone', 'MultiZone'))
    const policy = maybe(fc.constantFrom('daily', 'weekly', 'hourly'))
    const words = fc.record({ availability, policy })
    fc.assert(
      fc.property(words, words, words, fc.constantFrom(...environmentTypes), (claim, around, declared, type) => {
        const settings = settingsOf({
          spec: said({ availability: claim.availability, backup: claim.policy && { policy: claim.policy } }),
          environment: {
            type,
            defaults: said({ availability: around.availability, backupPolicy: around.policy }),
          },
          platform: {
            environmentTypes: [
              { name: type, ...said({ availability: declared.availability, backupPolicy: declared.policy }) },
            ],
          },
        })
        const first = <T>(builtIn: T, ...candidates: readonly (T | undefined)[]) => {
          const index = candidates.findIndex(each => each !== undefined)
          const origins = ['claim', 'environment', 'environment type'] as const
          return { value: candidates[index] ?? builtIn, from: origins[index] ?? 'built in' }
        }
        const builtIn = environmentDefaults[type]
        expect(settings.availability).toEqual(
          first(builtIn.availability, claim.availability, around.availability, declared.availability),
        )
        expect(settings.backup).toEqual(
          first<string>(builtIn.backupPolicy, claim.policy, around.policy, declared.policy),
        )
        expect(settings.environment).toEqual({ value: type, from: 'environment' })
      }),
    )
  })

  it('is small where nobody says a size, and keeps the one that it was made with when a default changes', () => {
    const large = { defaults: { size: 'large' } }
    expect(settingsOf({}).size).toEqual({ value: 'small', from: 'built in' })
    expect(settingsOf({ environment: large }).size).toEqual({ value: 'large', from: 'environment' })
    const status = { effective: { size: 'medium' } }
    expect(settingsOf({ environment: large, status }).size).toEqual({ value: 'medium', from: 'existing' })
    expect(settingsOf({ environment: large, status, spec: { size: 'small' } }).size).toEqual({
      value: 'small',
      from: 'claim',
    })
  })

  it('is refused where its environment names what is not there, and it is said whose word that was', () => {
    expect(outcomeOf({ environment: { defaults: { size: 'huge' } } })).toMatchObject({
      ok: false,
      refusals: [{ code: 'UnknownSize', path: 'XEnvironment/team-a spec.defaults.size' }],
    })
  })

  it('counts as the platform’s type where there is no environment', () => {
    expect(settingsOf({ platform: { environmentType: 'Production' } }).environment).toEqual({
      value: 'Production',
      from: 'platform',
    })
    expect(settingsOf({}).environment).toEqual({ value: 'Development', from: 'built in' })
  })
})
