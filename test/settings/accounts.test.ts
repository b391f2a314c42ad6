import { describe, expect, it } from 'vitest'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { accountsOf, platformAccounts, type AccountOwner } from '../../functions/settings/accounts.ts'

const aws = (name: string) => ({ regions: [{ name }] })
const gcp = { project: 'p', regions: [{ name: 'europe-west1' }] }
const platform: PlatformSpec = { providers: { aws: aws('eu-west-1'), gcp } }
const around = { type: undefined, isThere: true, asleep: false, providers: { aws: aws('us-east-1') } } as const

const accounts = (made?: AccountOwner) => accountsOf(platform, 'shop', around, made)

describe('the accounts of a claim', () => {
  it('are its environment’s own, provider by provider, and else the platform’s', () => {
    expect(accounts().providers).toEqual({ aws: aws('us-east-1'), gcp })
    expect([accounts().ownerOf('AWS'), accounts().ownerOf('GCP')]).toEqual(['Environment', 'Platform'])
    expect([accounts().pathOf('AWS'), accounts().pathOf('GCP')]).toEqual([
      'XEnvironment/shop spec.providers.aws',
      'XPlatform/default spec.providers.gcp',
    ])
  })

  it('stay those that it was made in, or a provider looks in the wrong one and makes another database, empty', () => {
    expect(accounts('Platform').providers).toEqual(platform.providers)
    expect([accounts('Platform').ownerOf('AWS'), accounts('Environment').ownerOf('AWS')]).toEqual([
      'Platform',
      'Environment',
    ])
    expect(accountsOf(platform, 'shop', { ...around, providers: {} }, 'Environment').providers).toEqual({})
  })

  it('are the platform’s where nobody asks for a claim', () => {
    expect(platformAccounts({}).providers).toEqual({})
    expect(platformAccounts(platform).ownerOf('AWS')).toBe('Platform')
  })
})
