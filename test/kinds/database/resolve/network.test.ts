import { expect, it } from 'vitest'
import type { NetworkAccess } from '../../../../apis/blocks/network-access.ts'
import { providers } from '../../../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { decideNetwork } from '../../../../functions/kinds/database/resolve/network.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'

const platform: PlatformSpec = { policy: { exposures: ['Private', 'Public'], allowedCidrs: ['0.0.0.0/0'] } }

const office = { name: 'office', cidr: '198.51.100.0/24' }

it.each(providers)('is private, on the port of Postgres, on %s where the claim says nothing', provider => {
  expect(decideNetwork(provider, {}, 'team-a', {})).toEqual({
    value: { exposure: 'Private', port: 5432, services: [], cidrs: [] },
    refusals: [],
    deviations: [],
  })
})

it('reads a service without a namespace as one beside the claim', () => {
  const allowedServices = [{ name: 'shop' }, { name: 'shop', namespace: 'team-b' }]
  expect(decideNetwork('Kubernetes', { allowedServices }, 'team-a', {}).value.services).toEqual([
    { name: 'shop', namespace: 'team-a' },
    { name: 'shop', namespace: 'team-b' },
  ])
})

it('says where single services can’t be told apart, or a developer believes in a lock that is not there', () => {
  const claim = { allowedServices: [{ name: 'shop' }] }
  const deviations = providers.map(provider => decideNetwork(provider, claim, 'team-a', {}).deviations)
  const told = (provider: string) => [
    {
      field: 'spec.network.allowedServices',
      reason: `${provider} can't tell the cluster's services apart: all of them can open a connection`,
    },
  ]
  expect(deviations).toEqual([told('AWS'), told('GCP'), told('Azure'), []])
})

it('refuses a public address that nobody may reach', () => {
  expect(decideNetwork('AWS', { exposure: 'Public' }, 'team-a', platform).refusals).toEqual([
    refuse(
      'InvalidCombination',
      'spec.network.allowedCidrs',
      'a public database that no range may reach: name the ranges',
    ),
  ])
  expect(decideNetwork('AWS', { exposure: 'Public', allowedCidrs: [office] }, 'team-a', platform)).toEqual({
    value: { exposure: 'Public', port: 5432, services: [], cidrs: [office] },
    refusals: [],
    deviations: [],
  })
})

it('tells everything at once: what the provider has not and what the platform does not allow', () => {
  const claim: NetworkAccess = { exposure: 'Public', port: 6000, allowedCidrs: [office] }
  const { refusals = [] } = decideNetwork('Kubernetes', claim, 'team-a', {})
  expect(refusals.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'UnsupportedByProvider spec.network.exposure',
    'UnsupportedByProvider spec.network.port',
    'ExposureNotAllowed spec.network.exposure',
    'CidrNotAllowed spec.network.allowedCidrs[office].cidr',
  ])
})
