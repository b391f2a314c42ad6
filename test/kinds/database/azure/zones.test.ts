import { describe, expect, it } from 'vitest'
import type { Availability } from '../../../../apis/blocks/availability.ts'
import { zonesOf } from '../../../../functions/kinds/database/azure/zones.ts'
import type { Json } from '../../../../functions/runtime/json.ts'
import { azureDatabase, reported } from '../../fixtures.ts'

const zonesWith = (availability: Availability) => (known: Json, zone?: string, standby?: string) => {
  const server = reported({
    ...(zone && { zone }),
    ...(standby && { highAvailability: { standbyAvailabilityZone: standby } }),
  })
  const composed = zone || standby ? { server } : {}
  const claim = { status: { effective: { zones: known } } }
  return zonesOf(azureDatabase({ db: { availability }, sent: { composed, claim } }))
}

const zones = zonesWith('MultiZone')

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

it('never takes the standby’s zone for the server’s, or Azure is asked to move the server', () => {
  expect(zones([], undefined, '2')).toEqual([])
})

describe('without a standby', () => {
  it('forgets where one was, or the next one is asked into a zone that may be the server’s', () => {
    expect(zonesWith('SingleZone')(['1', '2'], '1', '2')).toEqual(['1'])
    expect(zonesWith('SingleZone')(['1', '2'])).toEqual(['1'])
  })
})
