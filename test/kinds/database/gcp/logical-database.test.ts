import { expect, it } from 'vitest'
import { logicalDatabase } from '../../../../functions/kinds/database/gcp/logical-database.ts'
import { contained, forProvider, gcpDatabase, managing, name, sent } from '../../fixtures.ts'

it('is a database on the instance, and goes with it: Cloud SQL drops none that is connected to', () => {
  const entry = logicalDatabase(gcpDatabase(), { name: 'order_items' })
  expect(forProvider(entry)).toEqual({
    project: 'acme',
    instanceRef: { name: name('instance') },
    charset: 'UTF8',
    collation: 'en_US.UTF8',
  })
  expect(managing(entry)).toEqual(contained)
  expect(sent(entry, 'metadata')).toMatchObject({
    name: name('database-order-items'),
    annotations: { 'crossplane.io/external-name': 'order_items' },
  })
})

it('has the encoding of the claim, fixed from then on', () => {
  const entry = logicalDatabase(gcpDatabase(), { name: 'b', encoding: 'LATIN1' })
  expect(forProvider(entry)['charset']).toBe('LATIN1')
  expect(entry.protection).toEqual({
    keep: ['spec.forProvider.project'],
    fixed: { 'spec.forProvider.charset': 'spec.databases[b].encoding' },
  })
})
