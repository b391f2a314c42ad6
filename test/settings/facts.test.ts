import { describe, expect, it } from 'vitest'
import { providers, type Provider } from '../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { platformAccounts } from '../../functions/settings/accounts.ts'
import { factsFor } from '../../functions/settings/facts.ts'

const aws = { vpcId: 'vpc-1', databaseSubnetIds: ['subnet-1', 'subnet-2'] }
const gcp = { network: 'projects/acme/global/networks/main' }
const azure = { virtualNetworkId: '/vnet', databaseSubnetId: '/subnet' }

const platform: PlatformSpec = {
  providers: {
    aws: {
      providerConfigRef: { kind: 'ProviderConfig', name: 'acme' },
      tags: { team: 'a' },
      regions: [
        { name: 'eu-west-1', network: aws },
        { name: 'us-east-1', network: aws, encryptionKey: 'arn' },
      ],
    },
    gcp: { project: 'acme', regions: [{ name: 'europe-west1', network: gcp }] },
    azure: { resourceGroup: 'acme-data', regions: [{ name: 'westeurope', network: azure }, { name: 'northeurope' }] },
    kubernetes: { storage: { className: 'fast' } },
  },
}

const at = (provider: Provider, region?: string) => factsFor({ provider, region }, platformAccounts(platform))

const unnamed = { providerConfigRef: { kind: 'ClusterProviderConfig', name: 'default' }, tags: {} } as const

describe.each(providers.filter(provider => provider !== 'Kubernetes'))('%s', provider => {
  const root = `XPlatform/default spec.providers.${provider.toLowerCase()}`

  it.each([{}, { providers: {} }])('is refused while the platform does not describe it', spec => {
    const message = `${provider} is not described, so claims can't go there`
    expect(factsFor({ provider, region: undefined }, platformAccounts(spec))).toEqual(
      refused(refuse('ProviderNotConfigured', root, message)),
    )
  })

  it('is refused in a region that is not open, or a tenant chooses where the platform pays', () => {
    const outcome = at(provider, 'mars-north-1')
    expect(outcome.ok ? [] : outcome.refusals.map(({ code, path }) => [code, path])).toEqual([
      ['RegionNotAllowed', 'spec.placement.region'],
    ])
  })
})

it('names the regions that are open', () => {
  expect(at('AWS', 'eu-north-1')).toEqual(
    refused(
      refuse('RegionNotAllowed', 'spec.placement.region', 'eu-north-1 is not open; AWS offers eu-west-1, us-east-1'),
    ),
  )
})

it('tells the platform team which region has no network, not the developer', () => {
  const path = 'XPlatform/default spec.providers.azure.regions[northeurope].network'
  expect(at('Azure', 'northeurope')).toEqual(
    refused(refuse('MissingPlatformFact', path, 'the network of northeurope is not described')),
  )
})

it('takes the first region where none is asked for', () => {
  expect(at('AWS')).toEqual(
    ok({
      provider: 'AWS',
      path: 'XPlatform/default spec.providers.aws',
      region: { name: 'eu-west-1', network: aws },
      providerConfigRef: { kind: 'ProviderConfig', name: 'acme' },
      tags: { team: 'a' },
    }),
  )
})

it('takes the region that is asked for, with its own facts', () => {
  const outcome = at('AWS', 'us-east-1')
  expect(outcome.ok && outcome.value).toMatchObject({ region: { name: 'us-east-1', encryptionKey: 'arn' } })
})

it('falls back to the provider’s default configuration', () => {
  expect(at('GCP')).toEqual(
    ok({
      provider: 'GCP',
      path: 'XPlatform/default spec.providers.gcp',
      region: { name: 'europe-west1', network: gcp },
      project: 'acme',
      ...unnamed,
    }),
  )
  expect(at('Azure')).toEqual(
    ok({
      provider: 'Azure',
      path: 'XPlatform/default spec.providers.azure',
      region: { name: 'westeurope', network: azure },
      resourceGroup: 'acme-data',
      ...unnamed,
    }),
  )
})

it('needs no description of this cluster, and has no regions in it', () => {
  expect(factsFor({ provider: 'Kubernetes', region: undefined }, platformAccounts({}))).toEqual(
    ok({ provider: 'Kubernetes' }),
  )
  expect(at('Kubernetes')).toEqual(ok({ provider: 'Kubernetes', storage: { className: 'fast' } }))
  expect(at('Kubernetes', 'eu-west-1')).toEqual(
    refused(refuse('UnsupportedByProvider', 'spec.placement.region', 'Kubernetes has no regions: leave it out')),
  )
})
