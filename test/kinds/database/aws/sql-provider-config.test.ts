import { expect, it } from 'vitest'
import { sqlProviderConfig } from '../../../../functions/kinds/database/aws/sql-provider-config.ts'
import { absent } from '../../../../functions/runtime/plan.ts'
import { awsDatabase, sent } from '../../fixtures.ts'

it('is not there for one database, which RDS makes itself', () => {
  expect(sqlProviderConfig(awsDatabase())).toEqual(absent('RDS makes the only database itself'))
})

it('lets provider-sql in with the claim’s own Secret, never with another’s', () => {
  const db = awsDatabase({ db: { databases: [{ name: 'a' }, { name: 'b' }], secretName: 'chosen' } })
  expect(sent(sqlProviderConfig(db), 'spec')).toEqual({
    sslMode: 'require',
    defaultDatabase: 'a',
    credentials: {
      source: 'PostgreSQLConnectionSecret',
      connectionSecretRef: { name: 'chosen' },
      secretKeyMapping: { endpoint: 'host' },
    },
  })
})
