import { describe } from 'vitest'
import { begins } from './begins.ts'
import { changesCrossplane } from './changes.ts'
import { ends } from './ends.ts'
import { older, runsOlderCrossplane } from './older.ts'
import { stands } from './stands.ts'

/**
 * One control plane from nothing to its end. What comes later finds what was before, as on a user's machine; to begin anew for each
 * part would cost as much as all of them.
 */
describe('a control plane', () => {
  begins(older)
  runsOlderCrossplane()
  changesCrossplane()
  stands()
  ends()
})
