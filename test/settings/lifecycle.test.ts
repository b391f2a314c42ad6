import { expect, it } from 'vitest'
import { lifecycleOf, readSchedule } from '../../functions/settings/lifecycle.ts'

const nights = { suspend: '0 20 * * *', resume: '0 7 * * *' }

it('is the environment’s own, part by part, then its type’s, then for ever and awake', () => {
  const declared = { ttl: '72h', expireAction: 'Suspend', schedule: nights } as const
  expect(lifecycleOf({ ttl: '1h' }, declared)).toEqual({
    ttl: { value: '1h', from: 'claim' },
    expireAction: { value: 'Suspend', from: 'environment type' },
    schedule: { value: nights, from: 'environment type' },
  })
  expect(lifecycleOf()).toEqual({
    ttl: { value: undefined, from: 'built in' },
    expireAction: { value: 'Delete', from: 'built in' },
    schedule: { value: undefined, from: 'built in' },
  })
})

it.each([
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['suspend', { suspend: 'at night' }],
  ['resume', { resume: '0 7 * *' }],
  ['resume', { resume: '0 7 30 2 *' }],
  ['suspend', { suspend: '0 20 30 2 *' }],
  ['suspend', { suspend: '0 7 * * MON' }],
])('a schedule that can’t be kept says which field is wrong: %s in %j', (field, change) => {
  expect(readSchedule({ ...nights, ...change }, Date.UTC(2026, 0, 1))).toMatchObject({ ok: false, field })
})

it('a schedule is by UTC where it names no zone', () => {
  expect(readSchedule(nights, 0)).toMatchObject({ ok: true, value: { timeZone: 'UTC' } })
})
