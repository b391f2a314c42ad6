import { describe, expect, it } from 'vitest'
import { platform } from '../../../functions/kinds/platform/index.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { ConditionStatus } from '../../../functions/runtime/protocol.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { conditionsOf } from '../../../simulator/core/conditions.ts'
import { databaseClaim, platform as xr } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { bed } from '../../harness/plane.ts'
import { observed, type Description } from '../../runtime/fixtures.ts'

const edge = { hasPassed: () => false, seed: new Uint8Array(32) }

const composed = (spec: JsonObject, sent: Description = {}) => {
  const outcome = platform.compose(observed({ claim: xr(spec), ...sent }), edge)
  return outcome.ok ? outcome.value : undefined
}

const conditionsFor = (spec: JsonObject, sent: Description = {}) =>
  composed(spec, sent)
    ?.report([])
    .conditions.map(({ type, status, reason }) => [type, status, reason])

it('composes nothing and asks for nothing', () => {
  const made = composed({})
  expect([made?.plan, made?.requirements, made?.retry]).toEqual([{}, new Map(), false])
  expect(platform).toMatchObject({ kind: 'XPlatform', keys: {}, conditions: ['Provisioned', 'Valid', 'Installed'] })
  expect(platform.support(observed())).toBe('')
})

it('lists the names that claims may use, or a developer has to guess them', () => {
  const sizes = [{ name: 'tiny', cpu: '500m', memory: '1Gi' }]
  const backupPolicies = [
    { name: 'daily', schedule: '0 1 * * *', retentionDays: 3, pointInTimeRecovery: 'Disabled' },
    { name: 'yearly', schedule: '0 0 1 1 *', retentionDays: 365, pointInTimeRecovery: 'Disabled' },
  ]
  expect(composed({ classes: { sizes, backupPolicies } })?.report([]).status).toEqual({
    sizes: ['small', 'medium', 'large', 'xlarge', 'tiny'],
    backupPolicies: ['weekly', 'hourly', 'daily', 'yearly'],
  })
})

it('refuses a platform that does not fit, before any claim meets it', () => {
  expect(platform.compose(observed({ claim: xr({ environmentType: 'Live' }) }), edge)).toMatchObject({
    ok: false,
    refusals: [{ code: 'InvalidPlatform', path: 'XPlatform/default spec.environmentType' }],
  })
})

it('refuses a second platform that an older definition let through, or nobody knows which one holds', () => {
  const claim = { ...xr({}), metadata: { name: 'second' } }
  expect(platform.compose(observed({ claim }), edge)).toMatchObject({
    ok: false,
    refusals: [{ path: 'metadata.name', message: expect.stringContaining('delete this one') as string }],
  })
})

describe('the conditions of a platform', () => {
  it('say that all is well', () => {
    expect(conditionsFor({})).toEqual([
      ['Valid', ConditionStatus.true, 'Valid'],
      ['Installed', ConditionStatus.true, 'Installed'],
    ])
  })

  it('say what is wrong, and what is not installed; and ask again, for nobody tells when it is', () => {
    const spec = {
      defaultPlacement: { provider: 'AWS' },
      providers: { kubernetes: { operators: { postgres: { name: 'CloudNativePG', namespace: 'c' } } } },
    }
    const sent = { installed: { 'providers.kubernetes.operators.postgres': false } }
    expect(conditionsFor(spec, sent)).toEqual([
      ['Valid', ConditionStatus.false, 'ProviderNotConfigured'],
      ['Installed', ConditionStatus.false, 'NotInstalled'],
    ])
    expect(composed(spec, sent)?.retry).toBe(true)
  })

  it('leave open what this Crossplane can’t tell', () => {
    expect(conditionsFor({}, { capabilities: [1, 2] })?.[1]).toEqual([
      'Installed',
      ConditionStatus.unknown,
      'NotEvaluated',
    ])
  })

  it('do not grow without end', () => {
    const sizes = Array.from({ length: 40 }, (_, index) => ({
      name: `s${index}`,
      cpu: '1',
      memory: '1Gi',
      aws: 'none',
    }))
    const lines = composed({ classes: { sizes } })?.report([]).conditions[0]?.message.split('\n')
    expect([lines?.length, lines?.at(-1)]).toEqual([21, 'and 20 more'])
  })

  it('stop no claim that does not need what is broken, and go when it is mended', async () => {
    const { spec } = examplePlatform() as { spec: JsonObject }
    const broken = {
      ...spec,
      classes: { sizes: [{ name: 'huge', cpu: '8', memory: '32Gi', aws: 'db.m7g.8xlargee' }] },
      environmentTypes: [{ name: 'Test', backupPolicy: 'often' }],
    }
    const { plane, claim, converge } = bed({
      platform: null,
      without: ['sql.gcp.m.upbound.io/v1beta1 DatabaseInstance'],
    })
    const ref = claim(xr(broken))
    const told = async () => {
      await converge(ref)
      const conditions = conditionsOf(plane.api.get(ref) ?? {})
      return ['Valid', 'Installed', 'Ready'].map(type =>
        textAt(
          conditions.find(each => each['type'] === type),
          'reason',
        ),
      )
    }
    expect(await told()).toEqual(['UnknownMachine', 'NotInstalled', 'Available'])
    expect((await converge(claim(databaseClaim()))).outcome).toBe('ready')
    claim(xr(spec))
    expect(await told()).toEqual(['Valid', 'NotInstalled', 'Available'])
  })
})
