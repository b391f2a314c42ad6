import { expect, it } from 'vitest'
import { begunOnce } from '../../functions/kinds/claims.ts'

const restoreFrom = { database: { name: 'stock', namespace: 'shop' } }

it('a database begins with what it is asked for when it is made, and is asked for nothing else later: the API server would refuse it', () => {
  expect(begunOnce({ size: 'large', restoreFrom }, undefined)).toEqual({ size: 'large', restoreFrom })
  expect(begunOnce({ size: 'large', restoreFrom }, { size: 'small' })).toEqual({ size: 'large' })
  expect(begunOnce({ size: 'large' }, { restoreFrom })).toEqual({ size: 'large', restoreFrom })
  const other = { database: { name: 'other' } }
  expect(begunOnce({ restoreFrom: other }, { restoreFrom })).toEqual({ restoreFrom })
})
