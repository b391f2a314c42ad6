import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import type { Pass } from '../../simulator/core/reconcile.ts'
import { refOf } from '../../simulator/api/object.ts'
import { ControlPlane } from '../../simulator/control-plane.ts'
import { converge, isReady } from '../../simulator/converge.ts'
import { databaseClaim } from '../harness/claims.ts'
import { misfitPolicy, secret, subnetGroup } from './fixtures.ts'
import { functionOf, type Script } from './scripted.ts'

const bed = (script: Script) => {
  const plane = new ControlPlane({ call: functionOf(script) })
  return { plane, ref: refOf(plane.claim(databaseClaim())) }
}

/** A subnet group, and a Secret once it is ready. */
const staged: Script = ({ observed }) => {
  const done = isReady(observed?.resources['group']?.resource ?? {})
  return {
    resources: { group: subnetGroup('group'), ...(done && { secret: secret() }) },
    unready: done ? [] : ['group'],
  }
}

describe('a claim that converges', () => {
  it('has its children reconciled beside it, or a composite of composites is never ready', async () => {
    const child: JsonObject = { ...databaseClaim(), metadata: { name: 'child', namespace: 'team-a' } }
    const { plane, ref } = bed(({ observed }) => {
      if (textAt(observed?.composite?.resource ?? {}, 'metadata', 'name') === 'child')
        return { resources: { a: secret() } }
      const done = isReady(observed?.resources['child']?.resource ?? {})
      return { resources: { child }, unready: done ? [] : ['child'] }
    })
    expect(await converge(plane, ref)).toMatchObject({ outcome: 'ready' })
    const made = plane.api.list().find(({ kind }) => kind === 'Secret')
    expect(textAt(made, 'metadata', 'labels', 'crossplane.io/composite')).toBe('orders')
  })

  it('is refused by a Fatal at once, or the developer waits for a timeout', async () => {
    const { plane, ref } = bed(() => ({ fatal: 'no such size' }))
    const { outcome, calls, passes, last } = await converge(plane, ref)
    expect({ outcome, calls, passes }).toEqual({ outcome: 'refused', calls: 1, passes: 1 })
    expect(last.pipeline?.fatal).toContain('no such size')
  })

  it('is ready after one pass and one that repeats it, or what is unstable counts as done', async () => {
    const { plane, ref } = bed(() => ({ resources: { a: secret() } }))
    expect(await converge(plane, ref)).toMatchObject({ outcome: 'ready', passes: 1, calls: 2, seconds: 0 })
  })

  it('counts the passes that said something new, or a slow design looks like a fast one', async () => {
    const { plane, ref } = bed(staged)
    const { outcome, passes, calls, seconds, composite } = await converge(plane, ref)
    expect({ outcome, passes, calls }).toEqual({ outcome: 'ready', passes: 2, calls: 3 })
    expect(seconds).toBeGreaterThan(30)
    expect(seconds).toBe(plane.seconds)
    expect(isReady(composite)).toBe(true)
  })

  it('can be watched between any two provider writes, or states in between are never tested', async () => {
    const { plane, ref } = bed(staged)
    const numbers: number[] = []
    const onPass = (_pass: Pass, composite: object, number: number) => {
      numbers.push(number)
      expect(composite).toMatchObject({ kind: 'XDatabase' })
    }
    expect((await converge(plane, ref, { between: 'step', onPass })).outcome).toBe('ready')
    // Eight writes, the last of which makes it ready; then the Secret, and a repetition.
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, at) => at + 1))
  })

  it.each([
    ['that stays unready', () => ({ resources: { a: secret() }, unready: ['a'] })],
    ['that core can’t apply', () => ({ resources: { bad: misfitPolicy } })],
  ] satisfies [string, Script][])(
    'gives up with a claim %s once nobody has anything left to do',
    async (_what, script) => {
      const { plane, ref } = bed(script)
      expect(await converge(plane, ref)).toMatchObject({ outcome: 'unsettled', passes: 1, calls: 4 })
    },
  )

  it('waits for the TTL before it gives up, or what a stale cache has hidden is never seen', async () => {
    const { plane, ref } = bed((_request, call) => ({
      resources: { a: secret() },
      unready: call < 3 ? ['a'] : [],
      ttl: 30,
    }))
    const { outcome, seconds } = await converge(plane, ref)
    expect({ outcome, seconds }).toEqual({ outcome: 'ready', seconds: 30 })
  })

  it('gives up on a function that never says the same twice, or it hangs the tests', async () => {
    const { plane, ref } = bed((_request, call) => ({ resources: { a: secret({ n: btoa(String(call)) }) } }))
    expect(await converge(plane, ref, { limit: 7 })).toMatchObject({ outcome: 'unsettled', passes: 7, calls: 7 })
  })
})

describe('being Ready', () => {
  it.each([
    [{}, false],
    [{ status: { conditions: 'nonsense' } }, false],
    [{ status: { conditions: [{ type: 'Synced', status: 'True' }] } }, false],
    [{ status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } }, false],
    [
      {
        status: {
          conditions: [
            { type: 'Synced', status: 'False' },
            { type: 'Ready', status: 'True' },
          ],
        },
      },
      true,
    ],
  ])('of %j is %s', (object, ready) => {
    expect(isReady(object)).toBe(ready)
  })
})
