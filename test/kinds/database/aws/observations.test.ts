import { expect, it } from 'vitest'
import { observations } from '../../../../functions/kinds/database/aws/observations.ts'
import { awsDatabase, reported } from '../../fixtures.ts'

it('knows nothing before the instance exists', () => {
  expect(observations(awsDatabase())).toEqual({
    engineVersion: undefined,
    allocated: undefined,
    zones: [],
    console: undefined,
  })
})

it('tells the version that runs, the disk as it is, and where to look', () => {
  const instance = reported(
    { engineVersionActual: '17.4', engineVersion: '17', allocatedStorage: 80 },
    { spec: { forProvider: { identifier: 'orders-1' } } },
  )
  expect(observations(awsDatabase({ sent: { composed: { instance } } }))).toEqual({
    engineVersion: '17.4',
    allocated: '80Gi',
    zones: [],
    console: 'https://eu-west-1.console.aws.amazon.com/rds/home?region=eu-west-1#database:id=orders-1',
  })
})
