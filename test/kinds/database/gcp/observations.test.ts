import { expect, it } from 'vitest'
import { observations } from '../../../../functions/kinds/database/gcp/observations.ts'
import { gcpDatabase, reported } from '../../fixtures.ts'

it('knows nothing before the instance exists', () => {
  expect(observations(gcpDatabase())).toEqual({
    engineVersion: undefined,
    allocated: undefined,
    zones: [],
    console: undefined,
  })
})

it('tells the version, the disk as it has grown, and where to look', () => {
  const instance = reported(
    { databaseVersion: 'POSTGRES_17', settings: { diskSize: 80 } },
    { metadata: { name: 'orders-1' } },
  )
  expect(observations(gcpDatabase({ sent: { composed: { instance } } }))).toEqual({
    engineVersion: '17',
    allocated: '80Gi',
    zones: [],
    console: 'https://console.cloud.google.com/sql/instances/orders-1/overview?project=acme',
  })
})
