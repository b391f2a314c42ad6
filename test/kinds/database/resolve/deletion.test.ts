import fc from 'fast-check'
import { expect, it } from 'vitest'
import { environmentTypes } from '../../../../apis/platform/classes.ts'
import { decideDeletion } from '../../../../functions/kinds/database/resolve/deletion.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { environmentDefaults } from '../../../../functions/settings/built-in.ts'
import { environmentOf } from '../../../../functions/settings/environment.ts'
import { maybe } from '../../../runtime/fixtures.ts'

const production = environmentOf({ environmentType: 'Production' })

it('keeps and protects the data of Production where nobody says otherwise', () => {
  expect(decideDeletion('AWS', {}, production)).toEqual({ value: { policy: 'Snapshot', protection: 'Enabled' } })
})

it('takes the claim’s word before the environment’s before the built-in one', () => {
  const policy = maybe(fc.constantFrom('Delete', 'Orphan', 'Snapshot'))
  const protection = maybe(fc.constantFrom('Enabled', 'Disabled'))
  const words = fc.record({ policy, protection })
  fc.assert(
    fc.property(words, words, fc.constantFrom(...environmentTypes), (claim, declared, type) => {
      const builtIn = environmentDefaults[type]
      const { value } = decideDeletion('AWS', said(claim), { type, declared: { deletion: said(declared) }, builtIn })
      expect(value).toEqual({
        policy: claim.policy ?? declared.policy ?? builtIn.deletion.policy,
        protection: claim.protection ?? declared.protection ?? builtIn.deletion.protection,
      })
    }),
  )
})

const said = <T extends object>(words: T) =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>
  }

it('refuses a snapshot that a provider takes none of, or the data is gone when it is missed', () => {
  expect(decideDeletion('Azure', { policy: 'Snapshot' }, production).refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.deletion.policy', 'Snapshot; Azure offers Orphan, Delete'),
  ])
})

it('gives way from a default to the safest that there is, and says so', () => {
  expect(decideDeletion('Azure', {}, production)).toEqual({
    value: { policy: 'Orphan', protection: 'Enabled' },
    deviations: [
      {
        field: 'spec.deletion.policy',
        reason: 'Azure has no Snapshot, which is the built in default: Orphan it is',
      },
    ],
  })
})
