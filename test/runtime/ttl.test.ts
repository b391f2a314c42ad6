import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ttlFor } from '../../functions/runtime/ttl.ts'
import { json, observed } from './fixtures.ts'

const minute = 60_000
const start = Date.parse('2026-01-02T03:00:00Z')

const at = (now: number) => ({ hasPassed: (moment: number) => moment <= now })

const claimOf = (createdAt: string, ...transitions: string[]) =>
  observed({
    claim: {
      metadata: { creationTimestamp: createdAt },
      status: { conditions: transitions.map(lastTransitionTime => ({ type: 'Ready', lastTransitionTime })) },
    },
  }).claim

it('is never 0, which would mean never, and never longer than half an hour or so', () => {
  fc.assert(
    fc.property(fc.boolean(), json, json, fc.integer(), (ready, conditions, creationTimestamp, now) => {
      const { claim } = observed({ claim: { metadata: { creationTimestamp }, status: { conditions } } })
      expect([30, 60, 2000]).toContain(ttlFor(ready, claim, at(now)))
    }),
  )
})

it('is short while something is not ready, however long that lasts: a breaker that is open drops events', () => {
  expect(ttlFor(false, claimOf('2020-01-01T00:00:00Z'), at(start))).toBe(30)
})

it('is a minute until ten minutes after the youngest change, or the next edit is dropped unseen', () => {
  const claim = claimOf('2026-01-01T00:00:00Z', '2026-01-02T03:00:00Z', '2026-01-02T01:00:00Z')
  expect(ttlFor(true, claim, at(start))).toBe(60)
  expect(ttlFor(true, claim, at(start + 10 * minute - 1))).toBe(60)
  expect(ttlFor(true, claim, at(start + 10 * minute))).toBe(2000)
})

it('counts from the creation where no condition has changed since', () => {
  expect(ttlFor(true, claimOf('2026-01-02T02:55:00Z'), at(start))).toBe(60)
  expect(ttlFor(true, claimOf('2026-01-02T02:45:00Z'), at(start))).toBe(2000)
})

it('takes a time that nobody can read for long ago, or a claim is called every minute for ever', () => {
  expect(ttlFor(true, claimOf('soon', 'yesterday'), at(start))).toBe(2000)
})
