import { afterAll, describe } from 'vitest'
import { breakerOpens } from './breaker.ts'
import { end } from './plane.ts'
import { losesItsRegistry } from './registry.ts'
import { upgrades } from './upgrades.ts'

/** A control plane that begins with the last release. Once it has today's, it does as well as a new one for what nobody else may share. */
describe('a control plane', () => {
  afterAll(end)
  upgrades()
  describe.concurrent('meanwhile', () => {
    breakerOpens()
    losesItsRegistry()
  })
})
