import { expect, it } from 'vitest'
import { logicalDatabase } from '../../../../functions/kinds/database/kubernetes/logical-database.ts'
import { whenDatabaseApplied } from '../../../../functions/kinds/database/kubernetes/readiness.ts'
import { kubernetesDatabase, name, sent } from '../../fixtures.ts'

it('is a database of the cluster that is never dropped by itself', () => {
  const entry = logicalDatabase(kubernetesDatabase(), { name: 'order_items' })
  expect(sent(entry, 'spec')).toEqual({
    cluster: { name: name('cluster') },
    name: 'order_items',
    owner: 'app',
    encoding: 'UTF8',
    localeCollate: 'en_US.utf8',
    localeCType: 'en_US.utf8',
    template: 'template0',
    databaseReclaimPolicy: 'retain',
  })
  expect(sent(entry, 'metadata')['name']).toBe(name('database-order-items'))
  expect(entry.readiness).toBe(whenDatabaseApplied)
})

it('has the encoding and the collation of the claim, fixed from then on', () => {
  const entry = logicalDatabase(kubernetesDatabase(), { name: 'b', encoding: 'LATIN1', collation: 'C' })
  expect(sent(entry, 'spec')).toMatchObject({ encoding: 'LATIN1', localeCollate: 'C', localeCType: 'C' })
  expect(entry.protection).toEqual({
    fixed: {
      'spec.encoding': 'spec.databases[b].encoding',
      'spec.localeCollate': 'spec.databases[b].collation',
    },
  })
})
