import { describe, expect, it } from 'vitest'
import { ControlPlane } from '../../simulator/control-plane.ts'
import { isReady } from '../../simulator/converge.ts'
import { live } from '../../simulator/live.ts'
import { refOf } from '../../simulator/api/object.ts'
import { databaseClaim } from '../harness/claims.ts'
import { secret, subnetGroup } from './fixtures.ts'
import { functionOf, type Script } from './scripted.ts'

const bed = (script: Script) => {
  const plane = new ControlPlane({ call: functionOf(script) })
  return { plane, ref: refOf(plane.claim(databaseClaim())) }
}

/** Composes so many subnet groups, and is run again after `ttl` seconds while they are not all ready. */
const groups =
  (count: number, ttl = 0): Script =>
  ({ observed }) => {
    const resources = Object.fromEntries(Array.from({ length: count }, (_, at) => [`g${at}`, subnetGroup(`g${at}`)]))
    const unready = Object.keys(resources).filter(key => !isReady(observed?.resources[key]?.resource ?? {}))
    return { resources, unready, ttl: unready.length > 0 ? ttl : 0 }
  }

describe('the life of a claim', () => {
  it('that composes nothing is three calls long, as core’s own writes have it', async () => {
    const { plane, ref } = bed(() => ({ resources: { a: secret() } }))
    expect(await live(plane, ref)).toMatchObject({ ready: true, calls: 3, turnedReady: 1, opens: 0, seconds: 0 })
  })

  it('with managed resources costs a call and two tokens per write, or the breaker’s limit is a guess', async () => {
    const one = bed(groups(1))
    const two = bed(groups(2))
    // Three calls to begin with; a subnet group is seven writes; core answers the last with its conditions and their owner.
    const short = await live(one.plane, one.ref)
    expect(short).toMatchObject({ ready: true, turnedReady: 1, opens: 0, calls: 3 + 7 + 2 })
    const long = await live(two.plane, two.ref)
    expect(long).toMatchObject({
      ready: true,
      turnedReady: 1,
      calls: 3 + 2 * (7 + 2),
      tokens: short.tokens + 2 * (7 + 2),
    })
    expect(short.seconds).toBeGreaterThan(30)
  })

  it('with twelve opens the circuit breaker, and stays not Ready though everything is: no TTL, no rescue', async () => {
    const { plane, ref } = bed(groups(12))
    expect(await live(plane, ref)).toMatchObject({ ready: false, turnedReady: 0, opens: 1 })
    const made = plane.api.list().filter(({ kind }) => kind === 'SubnetGroup')
    expect(made.map(isReady)).toEqual(Array.from({ length: 12 }, () => true))
  })

  it('is rescued from an open breaker by a TTL, or every function of ours would have to compose less', async () => {
    const { plane, ref } = bed(groups(12, 30))
    expect(await live(plane, ref)).toMatchObject({ ready: true, turnedReady: 1, opens: 1 })
  })

  it('ends where it was told to, or a claim that never gets ready hangs the tests', async () => {
    const { plane, ref } = bed(() => ({ resources: { a: secret() }, unready: ['a'], ttl: 10 }))
    const { ready, seconds, calls } = await live(plane, ref, 100)
    expect([ready, calls]).toEqual([false, 3 + 9])
    expect(plane.seconds).toBe(100)
    expect(seconds).toBe(0)
  })

  it('counts how often Ready turned True, or a claim that flaps looks like one that is up', async () => {
    const flapping: Script = (_request, call) => ({
      resources: { a: secret() },
      unready: call % 2 === 0 ? ['a'] : [],
      ttl: 10,
    })
    const { plane, ref } = bed(flapping)
    const life = await live(plane, ref, 60)
    expect(life.turnedReady).toBeGreaterThan(1)
  })
})
