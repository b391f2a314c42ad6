import { expect, it } from 'vitest'
import { whenServed } from '../../../functions/kinds/database/served.ts'
import { whenManaged } from '../../../functions/runtime/readiness.ts'
import { database } from '../fixtures.ts'

const failing = { type: 'Synced', status: 'False', message: 'instance is not running' }
const object = (...conditions: object[]) => ({ status: { conditions: conditions.map(each => ({ ...each })) } })

it('is judged as ever while the server runs', () => {
  expect(whenServed(database())).toBe(whenManaged)
})

it('counts what was there before the server was stopped, though nobody can look at it now, and nothing else', () => {
  const whenStopped = whenServed(database({ state: 'Stopped' }))
  expect(whenStopped(object(failing, { type: 'Ready', status: 'True' }))).toEqual({ ready: true })
  expect(whenStopped(object(failing))).toEqual({ ready: false, message: 'waiting for the server, which is stopped' })
})
