import { describe, expect, it } from 'vitest'
import { serviceSpec } from '../../apis/service/schema.ts'
import { composedObjects } from '../../cli/render/session.ts'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt } from '../../functions/runtime/read.ts'
import { serviceClaim } from '../harness/claims.ts'
import { convergeService } from '../harness/services.ts'
import { leaves } from './leaves.ts'
import { serviceChanges } from './service-values.ts'

/** All that a service composes by itself. Its databases are looked at as they are asked for. */
const compose = async (spec: JsonObject) => {
  const converging = await convergeService(serviceClaim(spec)).catch((error: unknown) => String(error))
  if (typeof converging === 'string') return { outcome: 'refused', composed: converging, deviations: '' }
  const { plane, ref, convergence } = converging
  const composed = composedObjects({ plane, ref }).filter(({ kind }) => kind !== 'Cluster')
  const deviations = canonical(listAt(convergence.composite, 'status', 'deviations'))
  return { outcome: convergence.outcome, composed: canonical(composed), deviations }
}

// Most changes begin with the same service.
const outcomes = new Map<string, ReturnType<typeof compose>>()

const outcome = (spec: JsonObject) => {
  const asked = canonical(spec)
  const known = outcomes.get(asked) ?? compose(spec)
  outcomes.set(asked, known)
  return known
}

/** There is no database here to restore: the one that is to be made of it is refused, and the service waits for it. */
const endOf = (spec: JsonObject) => (canonical(spec).includes('restoreFrom') ? 'unsettled' : 'ready')

describe('every field of an XService', () => {
  it('has a change in service-values.ts, or a new field could do nothing and nobody would notice', () => {
    expect(Object.keys(serviceChanges).toSorted()).toEqual([...leaves(serviceSpec)].toSorted())
  })

  it.each(Object.entries(serviceChanges))(
    '%s changes what is composed, or what is told',
    async (field, [before, after]) => {
      const [first, second] = [await outcome(before), await outcome(after)]
      // There is only one engine yet.
      expect([first.outcome, second.outcome]).toEqual([
        endOf(before),
        field === 'databases[].spec.engine' ? 'refused' : endOf(after),
      ])
      if (field.endsWith('.reason')) expect(second.deviations).not.toBe(first.deviations)
      else expect(second.composed).not.toBe(first.composed)
    },
  )
})
