import { expect, it } from 'vitest'
import { logicalDatabase } from '../../../../functions/kinds/database/azure/logical-database.ts'
import { azureDatabase, contained, forProvider, managing, name, sent } from '../../fixtures.ts'

const db = azureDatabase()

it('is a database on the server, and goes with it', () => {
  const entry = logicalDatabase(db, { name: 'order_items' })
  expect(forProvider(entry)).toEqual({
    serverIdRef: { name: name('server') },
    charset: 'UTF8',
    collation: 'en_US.utf8',
  })
  expect(managing(entry)).toEqual(contained)
  expect(sent(entry, 'metadata')).toMatchObject({
    name: name('database-order-items'),
    annotations: { 'crossplane.io/external-name': 'order_items' },
  })
})

it('has the encoding and the collation of the claim, fixed from then on', () => {
  const entry = logicalDatabase(db, { name: 'b', encoding: 'LATIN1', collation: 'C' })
  expect(forProvider(entry)).toMatchObject({ charset: 'LATIN1', collation: 'C' })
  expect(entry.protection).toEqual({
    fixed: {
      'spec.forProvider.charset': 'spec.databases[b].encoding',
      'spec.forProvider.collation': 'spec.databases[b].collation',
    },
  })
})
