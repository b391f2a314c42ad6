import { describe, expect, it } from 'vitest'
import { database } from '../../../functions/kinds/database/index.ts'
import { isFalse, isTrue } from '../../../functions/runtime/conditions.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { refused, type Outcome } from '../../../functions/runtime/result.ts'
import { refuse } from '../../../functions/runtime/errors.ts'
import { settle } from '../../../functions/runtime/settle.ts'
import { platform } from '../../harness/claims.ts'
import type { Description } from '../../runtime/fixtures.ts'
import { observedDatabase } from '../fixtures.ts'

const edge = { hasPassed: () => false, seed: new Uint8Array(32).fill(7) }

const input = { apiVersion: 'function.roadbed.dev/v1alpha1', kind: 'Input', behaviour: 1 }

const compose = ({ required, ...sent }: Description = {}, spec: JsonObject = {}) => {
  const observed = observedDatabase({
    input,
    ...sent,
    required: { platform: [platform(spec)], environment: [], ...required },
  })
  return { observed, outcome: database.compose(observed, edge) }
}

const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, path }) => `${code} ${path}`)

describe('a claim that can’t be placed', () => {
  it('is told all that is wrong with claim, platform and Composition at once', () => {
    const broken = { input: {}, claim: { spec: { size: 7 } } }
    expect(codes(compose(broken, { environmentType: 'Live' }).outcome)).toEqual([
      'InvalidClaim spec.size',
      'InvalidPlatform XPlatform/default spec.environmentType',
      'InvalidInput Composition spec.pipeline[].input.apiVersion',
      'InvalidInput Composition spec.pipeline[].input.kind',
      'InvalidInput Composition spec.pipeline[].input.behaviour',
    ])
  })

  it('is not planned while any one of the three is wrong', () => {
    expect(codes(compose({ claim: { spec: { size: 7 } } }).outcome)).toEqual(['InvalidClaim spec.size'])
    expect(codes(compose({}, { policy: [] }).outcome)).toEqual(['InvalidPlatform XPlatform/default spec.policy'])
    expect(codes(compose({ input: { ...input, behaviour: 99 } }).outcome)).toEqual([
      'UnsupportedBehaviour Composition spec.pipeline[].input.behaviour',
    ])
  })

  it('is told what its provider refuses', () => {
    expect(codes(compose({ claim: { spec: { storage: { type: 'HighIOPS' } } } }).outcome)).toEqual([
      'MissingPlatformFact XPlatform/default spec.providers.kubernetes.storage.highIopsClassName',
    ])
    expect(codes(compose({ claim: { spec: { size: 'gigantic' } } }).outcome)).toEqual(['UnknownSize spec.size'])
  })

  it('is not refused before its environment is known: a Fatal would be the last call, and nobody would ever ask for it', () => {
    const status = {
      effective: { size: 'large' },
      conditions: [{ type: 'BindingReady', status: 'True', reason: 'Told' }],
    }
    const { observed } = compose({ claim: { spec: { size: 'gigantic' }, status }, composed: { cluster: {} } })
    const { environment: _unknown, ...required } = { platform: [platform({})], environment: [] }
    const unknown = { ...observed, required: (name: string) => ({ ...required })[name as 'platform'] }
    const outcome = database.compose(unknown, edge)
    if (!outcome.ok) throw new Error('refused')
    const { plan, requirements, report } = outcome.value
    expect(Object.values(plan).map(entry => entry?.state)).toEqual(['waiting', 'waiting'])
    expect([...requirements.keys()]).toEqual(['environment'])
    // And tells what was told before.
    expect(report([])).toEqual({
      status: { effective: { size: 'large' } },
      conditions: [isTrue('BindingReady', 'Told')],
    })
  })

  it('is told that its Secret’s name is somebody’s, before anything is made', () => {
    const { outcome } = compose({ required: { 'connection-secret': [{ kind: 'Secret' }] } })
    const message = 'the Secret "orders-conn" exists and is not this claim\'s'
    expect(outcome).toEqual(refused(refuse('SecretNameTaken', 'spec.writeConnectionSecretToRef.name', message)))
  })
})

it('is the kind of the API, with all the conditions that it ever sets and the platform’s help', () => {
  expect(database).toMatchObject({ kind: 'XDatabase', conditions: ['Provisioned', 'BindingReady'] })
  const { observed } = compose({}, { support: { slackChannel: '#platform' } })
  expect(database.support(observed)).toBe('Need help? Ask in #platform.')
})

describe('a claim that can be placed', () => {
  it('becomes the provider’s plan, its Secret and its protection', () => {
    const { outcome } = compose({}, { environmentType: 'Production' })
    expect(outcome.ok && Object.keys(outcome.value.plan)).toEqual([
      'object-store',
      'restore-store',
      'cluster',
      'network-policy',
      'scheduled-backup',
      'connection',
      'protection',
      'environment-protection',
    ])
    expect(outcome.ok && outcome.value.plan['protection']?.state).toBe('emit')
  })

  it('asks for the name’s Secret and for what the provider reads, the same each time', () => {
    const asked = ({ outcome }: ReturnType<typeof compose>) =>
      outcome.ok ? [...outcome.value.requirements.keys()] : []
    const ofProvider = ['volume-snapshots', 'app-credentials', 'certificate-authority']
    expect(asked(compose())).toEqual(['environment', 'connection-secret', ...ofProvider])
    expect(asked(compose({ composed: { connection: {} } }))).toEqual(['environment', ...ofProvider])
  })

  it('says whether services can be bound', () => {
    const { observed, outcome } = compose()
    const composed = outcome.ok ? outcome.value : undefined
    const secret = { key: 'connection', ready: true, message: '', resource: {}, observed: {} }
    expect(composed?.report([secret]).conditions).toEqual([
      isTrue('BindingReady', 'SecretComplete', 'the Secret orders-conn holds the connection details'),
    ])
    expect(composed?.report(settle(composed.plan, observed)).conditions).toEqual([
      isFalse(
        'BindingReady',
        'Waiting',
        'waiting for the server: host, readOnlyHost, password, caCertificate not known yet',
      ),
    ])
    expect(composed?.report([]).conditions).toEqual([isFalse('BindingReady', 'Waiting', 'not planned')])
  })

  it('tells its status with the platform’s links', () => {
    const { outcome } = compose({}, { support: { docs: 'https://docs.example.org' } })
    expect(outcome.ok && outcome.value.report([]).status).toMatchObject({
      placement: { provider: 'Kubernetes' },
      links: [{ title: 'Documentation', url: 'https://docs.example.org' }],
    })
  })
})
