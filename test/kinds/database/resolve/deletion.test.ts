import { expect, it } from 'vitest'
import { decideDeletion } from '../../../../functions/kinds/database/resolve/deletion.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import type { Origin } from '../../../../functions/settings/setting.ts'

const wanted = (policy: 'Delete' | 'Orphan' | 'Snapshot', from: Origin = 'built in') => ({
  policy: { value: policy, from },
  protection: { value: 'Enabled', from: 'built in' } as const,
})

it('is what was chosen, where the provider can', () => {
  expect(decideDeletion('AWS', wanted('Snapshot'))).toEqual({ value: { policy: 'Snapshot', protection: 'Enabled' } })
})

it('refuses a snapshot that a provider takes none of, or the data is gone when it is missed', () => {
  expect(decideDeletion('Azure', wanted('Snapshot', 'claim')).refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.deletion.policy', 'Snapshot; Azure offers Orphan, Delete'),
  ])
})

it('gives way from a default to the safest that there is, and says so', () => {
  expect(decideDeletion('Azure', wanted('Snapshot'))).toEqual({
    value: { policy: 'Orphan', protection: 'Enabled' },
    deviations: [
      {
        field: 'spec.deletion.policy',
        reason: 'Azure has no Snapshot, which is the built in default: Orphan it is',
      },
    ],
  })
})
