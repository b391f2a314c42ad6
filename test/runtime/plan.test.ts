import { expect, it } from 'vitest'
import { absent, each, released, waiting } from '../../functions/runtime/plan.ts'

it('is empty for an empty list', () => {
  expect(each([], () => ['never', absent('never')])).toEqual({})
})

it('has one entry per item under the item’s own key, in the order of the list', () => {
  const entries = each(['b', 'a'], name => [`disk-${name}`, waiting(name, 'it is slow')])
  expect(Object.entries(entries)).toEqual([
    ['disk-b', { state: 'waiting', on: 'b', why: 'it is slow' }],
    ['disk-a', { state: 'waiting', on: 'a', why: 'it is slow' }],
  ])
})

it('says why something is left out', () => {
  expect(absent('the server is public')).toEqual({ state: 'absent', why: 'the server is public' })
})

it('tells what the claim has given up from what it only does not need', () => {
  expect(released('its time is over')).toEqual({ ...absent('its time is over'), released: true })
})
