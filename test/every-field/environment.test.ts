import { describe, expect, it } from 'vitest'
import { environmentSpec } from '../../apis/environment/schema.ts'
import { composedObjects } from '../../cli/render/session.ts'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { environmentClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'
import { environmentChanges, told } from './environment-values.ts'
import { leaves } from './leaves.ts'

/** All that an environment composes by itself, or why it is refused. Its databases are looked at as they are asked for. */
const outcome = async (spec: JsonObject) => {
  const { plane, claim } = bed()
  const ref = claim(environmentClaim(spec))
  let refused: string | undefined
  for (let pass = 0; pass < 4; pass++) refused = (await plane.reconcile(ref)).pipeline?.fatal
  const status = canonical(plane.api.get(ref)?.['status'])
  return { refused, composed: canonical(composedObjects({ plane, ref })), status }
}

describe('every field of an XEnvironment', () => {
  it('has a change in environment-values.ts, or a new field could do nothing and nobody would notice', () => {
    expect(Object.keys(environmentChanges).toSorted()).toEqual([...leaves(environmentSpec)].toSorted())
  })

  it.each(Object.entries(environmentChanges))('%s changes what is composed', async (field, [before, after]) => {
    const [first, second] = [await outcome(before), await outcome(after)]
    expect(first.refused).toBeUndefined()
    // A Namespace has to be lent first.
    if (field === 'namespace.mode') expect(second.refused).toContain('[NamespaceNotLent]')
    else expect(second.refused).toBeUndefined()
    const saying = told[field]
    if (saying) {
      expect(first.status).not.toMatch(saying)
      expect(second.status).toMatch(saying)
    } else expect(second.composed).not.toBe(first.composed)
  })
})
