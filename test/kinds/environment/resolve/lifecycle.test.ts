import { describe, expect, it } from 'vitest'
import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import { lifecycleNow } from '../../../../functions/kinds/environment/resolve/lifecycle.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
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
/** The same where all that is said is said by the platform, of its type. */
const declared = (lifecycle: NonNullable<EnvironmentSpec['lifecycle']>, hours: number, status: JsonObject = {}) => {
  const { claim } = observed({ claim: { metadata: { creationTimestamp: '2026-06-01T10:00:00Z' }, status } })
  const spec: EnvironmentSpec = { type: 'Test', namespace: { mode: 'Create' } }
  return lifecycleNow({ claim, spec, settings: lifecycleOf({}, lifecycle), clock: momentsAt(made + hours * hour) })
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

  it('that the platform ends, of which nobody was told, ends in a day or two: a line there deletes no hundred environments', () => {
    const first = declared({ ttl: '1h' }, 1000)
    expect(first).toMatchObject({ state: 'Active', expiresSoon: false })
    expect(hoursOf(first.expiresAt)).toBeGreaterThanOrEqual(1000 + 24)
    expect(hoursOf(first.expiresAt)).toBeLessThanOrEqual(1000 + 48)
    // And then it stays with what was told.
    const told = { expiresAt: new Date(first.expiresAt ?? 0).toISOString() }
    expect(declared({ ttl: '1h' }, 1020, told).expiresAt).toBe(first.expiresAt)
    expect(declared({ ttl: '1h' }, 1048, told).state).toBe('Expired')
  })

  it('that the platform shortens ends when it was told it would, and one that it lengthens later', () => {
    const told = { expiresAt: new Date(made + 96 * hour).toISOString() }
    expect(hoursOf(declared({ ttl: '24h' }, 50, told).expiresAt)).toBe(96)
    expect(hoursOf(declared({ ttl: '200h' }, 50, told).expiresAt)).toBe(200)
    expect(hoursOf(declared({ ttl: '24h' }, 1).expiresAt)).toBe(24)
    // Its own word holds at once.
    const { claim } = observed({ claim: { metadata: { creationTimestamp: '2026-06-01T10:00:00Z' }, status: told } })
    const spec: EnvironmentSpec = { type: 'Test', namespace: { mode: 'Create' }, lifecycle: { ttl: '24h' } }
    const settings = lifecycleOf(spec.lifecycle)
    expect(lifecycleNow({ claim, spec, settings, clock: momentsAt(made + 50 * hour) }).state).toBe('Expired')
  })

  it('that is over by sleeping is not deleted because Delete becomes the default', () => {
    const condition = { type: 'Expired', status: 'True', reason: 'Suspended' }
    const status = { expiresAt: new Date(made + hour).toISOString(), conditions: [condition] }
    expect(declared({ ttl: '1h', expireAction: 'Delete' }, 50, status).state).toBe('Suspended')
    expect(declared({ ttl: '1h', expireAction: 'Delete' }, 50, { ...status, conditions: [] }).state).toBe('Expired')
  })

  it('of an age that nobody can tell never ends: a date that is not read deletes nothing', () => {
    expect(now({ ttl: '1h' }, 100, 'yesterday')).toMatchObject({ state: 'Active', expiresAt: undefined })
  })
})
