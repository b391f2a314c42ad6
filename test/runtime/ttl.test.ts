import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ttl, ttlFor } from '../../functions/runtime/ttl.ts'
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
      expect([30, 60, 300, 2000]).toContain(ttlFor(ready, claim, at(now)))
    }),
  )
})

it('is short while something is not ready: a breaker that is open drops events', () => {
  const claim = claimOf('2026-01-01T00:00:00Z', '2026-01-02T03:00:00Z')
  expect(ttlFor(false, claim, at(start + 30 * minute - 1))).toBe(30)
})

it('is no longer than a breaker stays open when that lasts, or an outage of a cloud calls for every claim each half minute', () => {
  const claim = claimOf('2026-01-01T00:00:00Z', '2026-01-02T03:00:00Z')
  expect(ttlFor(false, claim, at(start + 30 * minute))).toBe(300)
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

describe('a moment that is coming', () => {
  const old = claimOf('2020-01-01T00:00:00Z')
  /** The calls until a moment, each as long after the one before as core makes of its TTL. */
  const calls = (distance: number, spreads: readonly number[]): readonly number[] => {
    const moment = start + distance * 1000
    let now = start
    return spreads.flatMap(spread => {
      if (now >= moment) return []
      now += ttlFor(true, old, at(now), moment) * spread * 1000
      return [(now - moment) / 1000]
    })
  }

  it('is met at or shortly after, with few calls in between, however core spreads them', () => {
    const spread = fc.double({ min: 0.9, max: 1.1, noNaN: true })
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 700_000, noNaN: true }),
        fc.array(spread, { minLength: 600, maxLength: 600 }),
        (distance, spreads) => {
          const late = calls(distance, spreads)
          expect(late.at(-1)).toBeGreaterThanOrEqual(0)
          expect(late.at(-1)).toBeLessThanOrEqual(20)
          // At rest half an hour apart at least, then three or four that aim.
          expect(late.length).toBeLessThanOrEqual(Math.ceil(distance / (ttl.rest * 0.9)) + 4)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('changes nothing while it is far off: a week ahead costs no call', () => {
    expect(ttlFor(true, old, at(start), start + 7 * 24 * 60 * minute)).toBe(2000)
    expect(ttlFor(true, old, at(start))).toBe(2000)
  })

  it('is met while something is not ready too, and never makes a TTL longer', () => {
    expect(ttlFor(false, old, at(start), start + 10_000)).toBeLessThan(30)
    expect(ttlFor(false, old, at(start), start + 30 * minute)).toBe(300)
  })
})
