import { expect, it } from 'vitest'
import { observations } from '../../../../functions/kinds/database/azure/observations.ts'
import { azureDatabase, reported } from '../../fixtures.ts'

it('knows nothing before the server exists', () => {
  expect(observations(azureDatabase())).toEqual({
    engineVersion: undefined,
    allocated: undefined,
    zones: [],
    console: undefined,
  })
})

it.each([
  [65_536, '64Gi'],
  [66_000, '64Gi'],
  [67_584, '66Gi'],
])('tells the version, a disk that has grown to %d MiB, the zones and where to look', (storageMb, allocated) => {
  const server = reported({ version: '17', storageMb, zone: '2', id: '/subscriptions/1/servers/orders' })
  expect(observations(azureDatabase({ sent: { composed: { server } } }))).toEqual({
    engineVersion: '17',
    allocated,
    zones: ['2'],
    console: 'https://portal.azure.com/#resource/subscriptions/1/servers/orders',
  })
})
