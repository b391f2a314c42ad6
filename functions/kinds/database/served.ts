import type { ReadinessCheck } from '../../runtime/plan.ts'
import { conditionOf } from '../../runtime/observed.ts'
import { textAt } from '../../runtime/read.ts'
import { whenManaged } from '../../runtime/readiness.ts'
import type { Database } from './database.ts'

/** What is inside a server: while that is stopped nobody can look at it, and what was there before still is. */
export const whenServed = ({ state }: Database): ReadinessCheck => (state === 'Stopped' ? whenMade : whenManaged)

const whenMade: ReadinessCheck = object =>
  textAt(conditionOf(object, 'Ready'), 'status') === 'True'
    ? { ready: true }
    : { ready: false, message: 'waiting for the server, which is stopped' }
