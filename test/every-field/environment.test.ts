import { describe, expect, it } from 'vitest'
import { environmentSpec } from '../../apis/environment/schema.ts'
import { composedObjects } from '../../cli/render/session.ts'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import type { ObjectRef } from '../../simulator/api/object.ts'
import { databaseClaim, environmentClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'
import { environmentChanges, told } from './environment-values.ts'
import { leaves } from './leaves.ts'

/**
 * All that an environment composes by itself, or why it is refused; its databases are looked at as they are asked for. And what a
 * developer's database in it comes to, for what is said to the claims in it.
 */
const outcome = async (spec: JsonObject, forClaims: boolean, whole: boolean) => {
  const { plane, claim, converge } = bed()
  claim(environmentClaim({ databases: [{ name: 'orders' }] }, { name: 'original' }))
  let ref: ObjectRef
  try {
    ref = claim(environmentClaim(spec))
  } catch (error) {
    return { refused: String(error), composed: '', status: '' }
  }
  let refused: string | undefined
  for (let pass = 0; pass < 4; pass++) refused = (await plane.reconcile(ref)).pipeline?.fatal
  if (whole) await converge(ref)
  const status = canonical(plane.api.get(ref)?.['status'])
  const look = forClaims ? claim({ ...databaseClaim({}, { namespace: 'shop' }), spec: { engine: 'Postgres' } }) : ref
  if (forClaims) await plane.reconcile(look)
  return { refused, composed: canonical(composedObjects({ plane, ref: look })), status }
}

/** Fields whose other value needs something that is not there: how they are refused. */
const refusedFor: Readonly<Record<string, string>> = {
  'databases[].spec.engine': 'spec.databases[0].spec.engine: "MySQL" is not one of Postgres',
  'services[].spec.databases[].spec.engine':
    'spec.services[0].spec.databases[0].spec.engine: "MySQL" is not one of Postgres',
  'cloneFrom.environment': '[UnknownEnvironment]',
  'namespace.mode': '[NamespaceNotLent]',
  'placement.region': '[RegionNotAllowed]',
}

describe('every field of an XEnvironment', () => {
  it('has a change in environment-values.ts, or a new field could do nothing and nobody would notice', () => {
    // Its accounts are the platform's fields: test/safety/accounts.test.ts compares what comes of them.
    const fields = leaves(environmentSpec).filter(field => !field.startsWith('providers.'))
    expect(Object.keys(environmentChanges).toSorted()).toEqual([...fields].toSorted())
  })

  it.each(Object.entries(environmentChanges))('%s changes what is composed', async (field, [before, after]) => {
    const forClaims = /^(defaults|placement)\./.test(field)
    // A seed's Job comes when its database is ready.
    const whole = field.startsWith('databases[].seed.')
    const [first, second] = [await outcome(before, forClaims, whole), await outcome(after, forClaims, whole)]
    expect(first.refused).toBeUndefined()
    const refusal = refusedFor[field]
    if (refusal !== undefined) {
      expect(second.refused).toContain(refusal)
      return
    }
    expect(second.refused).toBeUndefined()
    const saying = told[field]
    if (saying) {
      expect(first.status).not.toMatch(saying)
      expect(second.status).toMatch(saying)
    } else expect(second.composed).not.toBe(first.composed)
  })
})
