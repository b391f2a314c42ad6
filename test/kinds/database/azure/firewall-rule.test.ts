import { expect, it } from 'vitest'
import { firewallRule } from '../../../../functions/kinds/database/azure/firewall-rule.ts'
import { azureDatabase, forProvider, managing, name, whole } from '../../fixtures.ts'

it('opens the server from the first to the last address of the range, and no further', () => {
  const entry = firewallRule(azureDatabase(), { name: 'office', cidr: '198.51.100.64/26' })
  expect(forProvider(entry)).toEqual({
    serverIdRef: { name: name('server') },
    startIpAddress: '198.51.100.64',
    endIpAddress: '198.51.100.127',
  })
  expect(managing(entry)).toEqual(whole)
  expect(entry.resource).toMatchObject({
    kind: 'FlexibleServerFirewallRule',
    metadata: { name: name('firewall-office') },
  })
})
