import { describe, expect, it } from 'vitest'
import { catalogue, parseRefusal } from '../../functions/runtime/errors.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { convergeClaim } from '../harness/plane.ts'
import { environmentSeedRefusals } from './environment-seeds.ts'
import { environmentRefusals } from './environments.ts'
import { refusals as databaseRefusals } from './refusals.ts'
import { serviceObservabilityRefusals } from './service-observability.ts'
import { serviceEgressRefusals } from './service-egress.ts'
import { serviceGatewayRefusals } from './service-gateway.ts'
import { serviceScalingRefusals } from './service-scaling.ts'
import { serviceSecurityRefusals } from './service-security.ts'
import { serviceTrafficRefusals } from './service-traffic.ts'
import { serviceRefusals } from './services.ts'

const refusals = [
  ...databaseRefusals,
  ...environmentRefusals,
  ...environmentSeedRefusals,
  ...serviceRefusals,
  ...serviceScalingRefusals,
  ...serviceSecurityRefusals,
  ...serviceObservabilityRefusals,
  ...serviceTrafficRefusals,
  ...serviceGatewayRefusals,
  ...serviceEgressRefusals,
]

describe.each(refusals)('$code for $why', ({ claim, provider, platform, code, path, says }) => {
  it('is one Fatal and one condition that say where, what and what instead, and composes nothing', async () => {
    const { plane, calls, convergence } = await convergeClaim(claim, {
      ...(provider && { provider }),
      ...(platform && { platform }),
    })
    expect(convergence.outcome).toBe('refused')
    const { response } = calls.at(-1) ?? {}
    expect(response?.results).toHaveLength(1)
    const configured = conditionsOf(convergence.composite).find(condition => condition['type'] === 'Configured')
    const lines = (textAt(configured, 'message') ?? '').split('\n').map(parseRefusal)
    const refusal = lines.find(line => line?.code === code && line.path === path)
    expect(refusal?.message).toMatch(says)
    expect(configured).toMatchObject({ status: 'False', reason: lines[0]?.code })
    expect(
      plane.api
        .list()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual([claim['kind'], 'XPlatform'].toSorted())
  })
})

describe('the catalogue', () => {
  it('has a test for every code, or a message could be wrong for ever', () => {
    const elsewhere = [
      // With a history: transitions.test.ts, and names.test.ts in safety/.
      'PlacementChanged',
      // With another environment: seeded-environments.test.ts in safety/.
      'SeedRequired',
      'FixedField',
      'StorageShrink',
      'DowngradeRefused',
      'SecretNameTaken',
      'NameTaken',
      'BindingNotAllowed',
      'DomainTaken',
      'NamespaceTaken',
      'ChildNameTaken',
      'StatefulResourceRemoved',
      // restore.test.ts in safety/.
      'RestoredServerGone',
      'RestoreNotAllowed',
      'UnknownDatabase',
      // What only a platform team or another Crossplane can cause: requests.test.ts.
      'InvalidPlatform',
      'InvalidInput',
      'UnsupportedBehaviour',
      'PlatformNotRequested',
      'UnsupportedCrossplane',
      'ResourceKindChanged',
      'Internal',
      // Told in conditions of XPlatform, which stop no claim: test/kinds/platform/.
      'UnknownMachine',
      'NotInstalled',
    ]
    const tested = new Set<string>([...refusals.map(({ code }) => code), ...elsewhere])
    expect([...tested].toSorted()).toEqual(Object.keys(catalogue).toSorted())
  })
})
