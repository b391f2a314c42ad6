import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../functions/kinds/index.ts'
import { createAnswer } from '../harness/answer.ts'
import { databaseClaim, platform } from '../harness/claims.ts'
import { bytesOf, request } from '../harness/requests.ts'

const answer = createAnswer({ kinds, now: () => 0, seed: () => new Uint8Array(32) })
type Changes = Parameters<typeof request>[0]

const fatalOf = (changes: Changes, claim = databaseClaim()) => {
  const { results, conditions, desired } = RunFunctionResponse.decode(answer(bytesOf(request(changes, claim))))
  expect(results).toHaveLength(1)
  expect(conditions.map(({ type }) => type)).toEqual(['Configured', 'Provisioned', 'BindingReady'])
  return { message: results[0]?.message, desired }
}

const input = (changes: object) => ({
  input: { apiVersion: 'function.roadbed.dev/v1alpha1', kind: 'Input', behaviour: 1, ...changes },
})

const observedInstance = (object: object) => ({
  observed: {
    resources: {
      instance: {
        resource: {
          metadata: { name: 'orders-instance', labels: { 'app.kubernetes.io/managed-by': 'roadbed' } },
          ...object,
        },
        connectionDetails: {},
        ready: 0,
      },
    },
  },
})

describe('one Fatal with a code, and nothing desired', () => {
  it.each<[string, string, Changes, RegExp]>([
    [
      'InvalidPlatform',
      'an XPlatform that a newer version wrote',
      { requiredResources: { platform: { items: [{ resource: platform({ environmentType: 'Moon' }) }] } } },
      /XPlatform\/default spec\.environmentType/,
    ],
    ['InvalidInput', 'no input', { input: {} }, /spec\.pipeline\[\]\.input/],
    [
      'InvalidInput',
      'an input of another function',
      { input: { apiVersion: 'pt.fn.crossplane.io/v1beta1', kind: 'Resources' } },
      /input\.behaviour: required/,
    ],
    ['UnsupportedBehaviour', 'a behaviour of a newer function', input({ behaviour: 99 }), /has behaviour 1 to 1/],
    [
      'PlatformNotRequested',
      'a Composition that does not ask for the platform',
      { requiredResources: {} },
      /ask for platform\.roadbed\.dev\/v1alpha1 XPlatform default/,
    ],
    [
      'UnsupportedCrossplane',
      'a Crossplane without required resources',
      { meta: { tag: '', capabilities: [1] } },
      /no capability/,
    ],
    [
      'UnsupportedCrossplane',
      'a Crossplane that tells no capabilities',
      { meta: { tag: '', capabilities: [] } },
      /no capability/,
    ],
    [
      'ResourceKindChanged',
      'a key that held another kind',
      observedInstance({ apiVersion: 'sql.gcp.m.upbound.io/v1beta1', kind: 'DatabaseInstance' }),
      /another kind under the same key/,
    ],
  ])('%s for %s', (code, _, changes, says) => {
    const { message, desired } = fatalOf(changes)
    expect(message).toMatch(says)
    expect(message).toMatch(new RegExp(`\\[${code}\\]`))
    expect(desired?.resources).toEqual({})
  })

  it('InvalidClaim for a claim that an older or newer schema let through, naming every field', () => {
    const { message } = fatalOf({}, databaseClaim({ size: 7, storage: { size: 'much' }, databases: 'many' }))
    expect(message).toMatch(/^spec\.\S+: .* \[InvalidClaim\] \(and 2 more: see the condition Configured\)$/)
  })

  it('StatefulResourceRemoved for data that a newer version of this function composed', () => {
    const { message } = fatalOf({
      observed: {
        resources: {
          'read-replica': {
            resource: {
              apiVersion: 'rds.aws.m.upbound.io/v1beta1',
              kind: 'Instance',
              metadata: { name: 'r', labels: { 'app.kubernetes.io/managed-by': 'roadbed' } },
            },
          },
        },
      },
    })
    expect(message).toMatch(
      /^read-replica: this change would delete Instance r and the data in it.*allow-removal: read-replica \[StatefulResourceRemoved\]$/,
    )
  })
})

describe('hard input', () => {
  it('a name of 63 characters, on every provider, is planned with names that every system takes', () => {
    const name = `a${'b'.repeat(61)}c`
    for (const provider of ['AWS', 'GCP', 'Azure', 'Kubernetes']) {
      const changes = input({ provider })
      const { desired, results } = RunFunctionResponse.decode(
        answer(bytesOf(request(changes, databaseClaim({}, { name })))),
      )
      expect(results).toEqual([])
      for (const { resource } of Object.values(desired?.resources ?? {})) {
        const { name: composed, labels } = (resource?.['metadata'] ?? {}) as {
          name: string
          labels: Record<string, string>
        }
        expect(composed).toMatch(/^[a-z]([a-z0-9-]{0,48}[a-z0-9])$/)
        expect(Math.max(...Object.values(labels).map(value => value.length))).toBeLessThanOrEqual(63)
      }
    }
  })

  it('text that is not ASCII is refused where a name is expected, and never a crash', () => {
    expect(fatalOf({}, databaseClaim({ size: 'größe' })).message).toMatch(/spec\.size: .*\[InvalidClaim\]/)
    expect(fatalOf({}, databaseClaim({ databases: [{ name: '数据库' }] })).message).toMatch(
      /spec\.databases\[0\]\.name: .*\[InvalidClaim\]/,
    )
  })

  it('a claim that is empty, or no object at all, is a Fatal or passes through, and never a crash', () => {
    expect(fatalOf({}, { ...databaseClaim(), spec: {} }).message).toMatch(/\[InvalidClaim\]/)
    const nothing = RunFunctionResponse.decode(answer(bytesOf(request({ observed: { composite: { resource: {} } } }))))
    expect(nothing.results).toEqual([])
  })
})
