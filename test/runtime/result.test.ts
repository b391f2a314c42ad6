import { expect, it } from 'vitest'
import { refuse } from '../../functions/runtime/errors.ts'
import { map, ok, refused, unless } from '../../functions/runtime/result.ts'

const no = refuse('InvalidClaim', 'spec', 'wrong')

it('is refused even without a reason: nothing is planned by accident', () => {
  expect(refused()).toEqual({ ok: false, refusals: [] })
})

it('has a value only where there is nothing to refuse', () => {
  const never = () => {
    throw new Error('evaluated a claim that is refused')
  }
  expect(unless([], () => 7)).toEqual(ok(7))
  expect(unless([no], never)).toEqual(refused(no))
  expect(unless([no, no], never)).toEqual(refused(no, no))
})

it('changes a value and lets a refusal pass', () => {
  expect(map(ok(2), value => value * 3)).toEqual({ ok: true, value: 6 })
  expect(map<number, number>(refused(no), value => value * 3)).toEqual({ ok: false, refusals: [no] })
})
