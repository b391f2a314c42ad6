import { expect, it } from 'vitest'
import { zonesOf } from '../../../../functions/kinds/database/azure/zones.ts'
import type { Json } from '../../../../functions/runtime/json.ts'
import { azureDatabase, reported } from '../../fixtures.ts'

const zones = (known: Json, ...found: readonly string[]) => {
  const [zone, standby] = found
  const server = reported({
    ...(zone && { zone }),
    ...(standby && { highAvailability: { standbyAvailabilityZone: standby } }),
  })
  const composed = found.length > 0 ? { server } : {}
  return zonesOf(azureDatabase({ sent: { composed, claim: { status: { effective: { zones: known } } } } }))
}

it.each([[null], ['1'], [[]], [[1, null]]])('knows none from a status of %j', known => {
  expect(zones(known)).toEqual([])
})

it('takes the zones that Azure has chosen, of the server and of its standby', () => {
  expect(zones([], '1')).toEqual(['1'])
  expect(zones([], '1', '2')).toEqual(['1', '2'])
})

it('remembers them while the server is not observed, or Azure is asked to move it', () => {
  expect(zones(['1', '2'])).toEqual(['1', '2'])
})

it('believes Azure before its memory: a failover has swapped them', () => {
  expect(zones(['1', '2'], '2', '1')).toEqual(['2', '1'])
})
