import { expect, it } from 'vitest'
import { untilKnown } from '../../../../functions/kinds/database/restore/until-known.ts'
import { restorable } from '../../../harness/restorable.ts'
import { observedDatabase, outline } from '../../fixtures.ts'

const waits = 'waiting for the database in restoreFrom'

it('composes nothing, keeps what exists and what is told of it, and asks for what it waits for', () => {
  const observed = observedDatabase({
    claim: { status: { endpoint: { host: 'db' }, conditions: [{ type: 'Ready' }] } },
    composed: { instance: {} },
    required: restorable('AWS'),
  })
  const asked = { apiVersion: 'v1', kind: 'Thing', matchName: 'thing' }
  const { plan, requirements, report } = untilKnown(observed, [['thing', asked]], 'shop/stock: why')
  expect(outline(plan)).toEqual({ connection: waits, instance: waits })
  expect([...requirements.keys()]).toEqual(['environment', 'thing'])
  const { status, conditions } = report([])
  expect(status).toEqual({ endpoint: { host: 'db' } })
  expect(conditions).toMatchObject([{ type: 'BindingReady', reason: 'Waiting', message: `${waits}: shop/stock: why` }])
})
