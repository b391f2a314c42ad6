import { describe, expect, it } from 'vitest'
import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import { lifecycleNow } from '../../../../functions/kinds/environment/resolve/lifecycle.ts'
import { momentsAt } from '../../../../functions/server/known/moments.ts'
import { lifecycleOf } from '../../../../functions/settings/lifecycle.ts'
import { observed } from '../../../runtime/fixtures.ts'

const hour = 3_600_000
const made = Date.parse('2026-06-01T10:00:00Z')
const nights = { suspend: '0 20 * * *', resume: '0 7 * * *' }

const now = (lifecycle: EnvironmentSpec['lifecycle'], hours: number, creationTimestamp = '2026-06-01T10:00:00Z') => {
  const { claim } = observed({ claim: { metadata: { creationTimestamp } } })
  const spec: EnvironmentSpec = { type: 'Test', namespace: { mode: 'Create' }, ...(lifecycle && { lifecycle }) }
  const moments = momentsAt(made + hours * hour)
  return { moments, ...lifecycleNow({ claim, spec, settings: lifecycleOf(lifecycle), clock: moments }) }
}
const hoursOf = (moment: number | undefined) => moment && (moment - made) / hour

describe('the life of an environment', () => {
  it('is awake for ever where nobody says otherwise, and needs no call for that', () => {
    expect(now(undefined, 1e6)).toMatchObject({ state: 'Active', expiresAt: undefined, next: undefined })
  })

  it.each([
    ['96h', 0, 'Active', false, 72],
    ['96h', 72, 'Active', true, 96],
    ['96h', 96, 'Expired', true, undefined],
    // Short lives are warned of in their last quarter.
    ['4h', 2.9, 'Active', false, 3],
    ['4h', 3, 'Active', true, 4],
  ] as const)(
    'of %s is after %d hours %s, is warned of: %s, and changes next at hour %s',
    (ttl, at, state, warned, next) => {
      const life = now({ ttl }, at)
      expect([life.state, life.expiresSoon, hoursOf(life.next)]).toEqual([state, warned, next])
      // And holds until then.
      if (life.next !== undefined) expect(life.moments.tellTheSame(life.next)).toBe(false)
    },
  )

  it('that is over by sleeping is not woken by its schedule, nor by a word: only by more time', () => {
    const over = { ttl: '1h', expireAction: 'Suspend', schedule: nights } as const
    for (const lifecycle of [over, { ...over, state: 'Active' } as const])
      expect(now(lifecycle, 22)).toMatchObject({ state: 'Suspended', reason: 'Expired', next: undefined })
  })

  it('sleeps and wakes by its schedule unless it says otherwise itself', () => {
    expect(now({ schedule: nights }, 11)).toMatchObject({ state: 'Suspended', reason: 'Schedule' })
    expect(now({ schedule: nights, state: 'Active' }, 11)).toMatchObject({ state: 'Active', next: undefined })
    expect(now({ schedule: nights, state: 'Suspended' }, 0)).toMatchObject({ state: 'Suspended', reason: 'Asked' })
    expect(hoursOf(now({ schedule: nights, ttl: '9h' }, 7).next)).toBe(9)
    expect(hoursOf(now({ schedule: nights, ttl: '90h' }, 7).next)).toBe(10)
  })

  it('of an age that nobody can tell never ends: a date that is not read deletes nothing', () => {
    expect(now({ ttl: '1h' }, 100, 'yesterday')).toMatchObject({ state: 'Active', expiresAt: undefined })
  })
})
