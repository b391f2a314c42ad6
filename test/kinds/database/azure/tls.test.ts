import { expect, it } from 'vitest'
import { tls } from '../../../../functions/kinds/database/azure/tls.ts'
import { azureDatabase, contained, forProvider, managing, name } from '../../fixtures.ts'

it('refuses connections without TLS, for as long as the server lives: a setting can’t be deleted', () => {
  const entry = tls(azureDatabase())
  expect(forProvider(entry)).toEqual({
    serverIdRef: { name: name('server') },
    name: 'require_secure_transport',
    value: 'on',
  })
  expect(managing(entry)).toEqual(contained)
})

it('allows them where the claim only prefers TLS', () => {
  const encryption = { atRest: 'ProviderManaged', inTransit: 'Preferred' } as const
  expect(forProvider(tls(azureDatabase({ db: { encryption } })))['value']).toBe('off')
})
