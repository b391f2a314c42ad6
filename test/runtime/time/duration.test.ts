import { expect, it } from 'vitest'
import { millisecondsOf, timestamp } from '../../../functions/runtime/time/duration.ts'

it('is minutes, hours or days, and nothing that a person might mean otherwise', () => {
  expect(['30m', '72h', '14d'].map(millisecondsOf)).toEqual([1_800_000, 259_200_000, 1_209_600_000])
  expect(['', '0h', '5', '1w', '1.5h', '-1h', '1h30m', ' 1h'].map(millisecondsOf)).toEqual(
    Array.from({ length: 8 }, () => undefined),
  )
})

it('writes moments as Kubernetes does', () => {
  expect(timestamp(Date.UTC(2026, 0, 31, 18))).toBe('2026-01-31T18:00:00Z')
  expect(timestamp(Date.UTC(2026, 0, 31, 18, 0, 0, 5))).toBe('2026-01-31T18:00:00Z')
})
