import { describe, expect, it } from 'vitest'
import { whenClaimReady } from '../../../functions/kinds/readiness.ts'
import { limitsOf } from '../../../functions/kinds/environment/resolve/limits.ts'
import { settle } from '../../../functions/runtime/settle.ts'
import { observed } from '../../runtime/fixtures.ts'
import { sent } from '../fixtures.ts'
import { active, composed, composeEnvironment } from './fixtures.ts'

const there = { composed: { namespace: active } }

describe('an XEnvironment', () => {
  it('that is in no order tells all that is wrong at once', () => {
    const outcome = composeEnvironment({ type: 'Moon' }, { input: {} })
    expect(outcome).toMatchObject({ ok: false, refusals: [{ path: 'spec.type' }, { code: 'InvalidInput' }, {}, {}] })
  })

  it('of a name that an older definition let through is refused all the same', () => {
    const claim = { metadata: { name: 'kube-system', uid: 'a', namespace: '' } }
    expect(composeEnvironment({}, { claim })).toMatchObject({ ok: false, refusals: [{ path: 'metadata.name' }] })
  })

  it('gives its team to everything in it, whatever label it has itself', () => {
    const { plan } = composed({ team: 'checkout' }, there)
    expect(sent(plan['limit-range'], 'metadata.labels')).toMatchObject({ 'platform.roadbed.dev/team': 'checkout' })
  })

  it('says what was decided, and by whom', () => {
    const declared = { environmentTypes: [{ name: 'Test', podSecurity: { level: 'Baseline' } }] }
    const made = composed({ type: 'Test', quota: { cpu: '2' } }, there, declared)
    const { status } = made.report(settle(made.plan, observed(there)))
    expect(status['effective']).toMatchObject({
      isolation: 'Namespace',
      podSecurity: { level: 'Baseline', mode: 'Enforce' },
      quota: { cpu: '2', pods: '100' },
      origins: { isolation: 'built in', 'podSecurity.level': 'environment type', 'quota.cpu': 'claim' },
    })
    expect(status['namespace']).toBe('shop')
  })

  it('keeps what it told of its Namespace while that is not observed', () => {
    const made = composed({}, { claim: { status: { namespace: 'shop', serviceAccount: 'a' } } })
    expect(made.report([]).status).toMatchObject({ namespace: 'shop', serviceAccount: 'a' })
  })
})

it('a default of ours gives way to a smaller limit, or no container could be made', () => {
  expect(limitsOf({ max: { memory: '64Mi' }, default: { cpu: '50m' } }).defaultRequest).toEqual({
    cpu: '50m',
    memory: '64Mi',
  })
  expect(limitsOf({}).defaultRequest).toEqual({ cpu: '100m', memory: '128Mi' })
})

it('a database that is refused says why, or the environment only waits', () => {
  const refused = { conditions: [{ type: 'Configured', status: 'False', message: 'spec.version: no [InvalidClaim]' }] }
  expect(whenClaimReady({ status: refused })).toEqual({ ready: false, message: 'spec.version: no [InvalidClaim]' })
  const busy = { conditions: [{ type: 'Ready', status: 'False', message: 'Unready resources: a, b' }] }
  expect(whenClaimReady({ status: busy })).toEqual({ ready: false, message: 'not ready yet' })
  const ready = {
    conditions: [
      { type: 'Configured', status: 'True' },
      { type: 'Ready', status: 'True' },
    ],
  }
  expect(whenClaimReady({ status: ready })).toEqual({ ready: true })
})
