import { expect, it } from 'vitest'
import { logicalDatabase } from '../../../../functions/kinds/database/aws/logical-database.ts'
import { waiting } from '../../../../functions/runtime/plan.ts'
import { awsDatabase, contained, emitted, forProvider, managing, name, sent } from '../../fixtures.ts'

const up = awsDatabase({ sent: { composed: { instance: {} }, connection: { instance: { password: 'secret' } } } })

it('waits for the server’s password: provider-sql would err until then', () => {
  expect(logicalDatabase(awsDatabase(), { name: 'b' })).toEqual(
    waiting('instance', 'its connection details are not there yet'),
  )
})

it('is made through the claim’s own login, and goes with its instance: a DROP would hang', () => {
  const entry = logicalDatabase(up, { name: 'order_items' })
  expect(forProvider(entry)).toEqual({
    encoding: 'UTF8',
    lcCollate: 'en_US.utf8',
    lcCType: 'en_US.utf8',
    template: 'template0',
  })
  expect(managing(entry)).toEqual({
    ...contained,
    providerConfigRef: { kind: 'ProviderConfig', name: name('sql-provider-config') },
  })
  expect(sent(entry, 'metadata')).toMatchObject({
    name: name('database-order-items'),
    annotations: { 'crossplane.io/external-name': 'order_items' },
  })
})

it('has the encoding and the collation of the claim, fixed from then on', () => {
  const entry = logicalDatabase(up, { name: 'b', encoding: 'LATIN1', collation: 'C' })
  expect(forProvider(entry)).toMatchObject({ encoding: 'LATIN1', lcCollate: 'C', lcCType: 'C' })
  expect(emitted(entry).protection).toEqual({
    fixed: {
      'spec.forProvider.encoding': 'spec.databases[b].encoding',
      'spec.forProvider.lcCollate': 'spec.databases[b].collation',
    },
  })
})
