import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterObject, connectionName, labelsOf, managed, nameOf, object } from '../../functions/kinds/composed.ts'
import type { Claim } from '../../functions/runtime/observed.ts'
import { whenManaged, whenObserved } from '../../functions/runtime/readiness.ts'
import { kindOf, type ClusterObjectMeta, type ObjectMeta } from '../../functions/runtime/resource-kind.ts'
import { contained, name, observedDatabase, whole } from './fixtures.ts'

type Thing = {
  readonly apiVersion: 'cloud.example.org/v1'
  readonly kind: 'Thing'
  readonly metadata: ObjectMeta
  readonly spec: { readonly forProvider: { readonly size: number } }
}

const Thing = kindOf<Thing>('cloud.example.org/v1', 'Thing')

type Whole = {
  readonly apiVersion: 'example.org/v1'
  readonly kind: 'Whole'
  readonly metadata: ClusterObjectMeta
}

const Whole = kindOf<Whole>('example.org/v1', 'Whole')

const { claim } = observedDatabase()

const providerConfigRef = { kind: 'ClusterProviderConfig', name: 'default' }

const managing = (policy: 'Delete' | 'Orphan' | 'Snapshot') => ({ claim, deletion: { policy } })

const metadata = { name: name('thing'), namespace: 'team-a', labels: labelsOf(claim, 'thing') }

describe('an object', () => {
  it('lives in the claim’s namespace under a name of its own, ready when it exists', () => {
    expect(object(claim, 'thing', Thing, { spec: { forProvider: { size: 1 } } })).toEqual({
      state: 'emit',
      resource: { apiVersion: 'cloud.example.org/v1', kind: 'Thing', metadata, spec: { forProvider: { size: 1 } } },
      readiness: whenObserved,
    })
  })

  it('has the name, the annotations and the checks that it is given', () => {
    const options = {
      name: 'chosen',
      annotations: { note: 'a' },
      readiness: whenManaged,
      protection: { keep: ['spec.size'] },
    }
    expect(object(claim, 'thing', Thing, { spec: { forProvider: { size: 1 } } }, options)).toMatchObject({
      resource: { metadata: { ...metadata, name: 'chosen', annotations: { note: 'a' } } },
      readiness: whenManaged,
      protection: { keep: ['spec.size'] },
    })
  })
})

describe('an object of a cluster-scoped claim', () => {
  const environment: Claim = { ...claim, namespace: '', name: 'shop' }

  it('is in the namespace that its kind names, and counts to the environment that the claim is', () => {
    const { resource } = object(
      environment,
      'thing',
      Thing,
      { spec: { forProvider: { size: 1 } } },
      { namespace: 'shop' },
    )
    expect(resource['metadata']).toMatchObject({
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'shop', 'platform.roadbed.dev/environment': 'shop' },
    })
  })

  it('has no namespace where its kind has none', () => {
    const labels = { theirs: 'a', 'app.kubernetes.io/managed-by': 'somebody' }
    const { resource } = clusterObject(environment, 'whole', Whole, {}, { name: 'shop', labels })
    expect(resource).toEqual({
      apiVersion: 'example.org/v1',
      kind: 'Whole',
      metadata: { name: 'shop', labels: { theirs: 'a', ...labelsOf(environment, 'whole') } },
    })
  })

  it('is nothing that a namespaced claim can ask for: its objects stay in its own namespace', () => {
    const { resource } = object(
      claim,
      'thing',
      Thing,
      { spec: { forProvider: { size: 1 } } },
      { namespace: 'kube-system' },
    )
    expect(resource['metadata']).toMatchObject({ namespace: 'team-a' })
  })
})

describe('a managed resource', () => {
  it('is never late-initialised, and ready when the provider says so', () => {
    expect(managed(managing('Delete'), 'thing', Thing, { size: 1 }, { providerConfigRef })).toEqual({
      state: 'emit',
      resource: {
        apiVersion: 'cloud.example.org/v1',
        kind: 'Thing',
        metadata,
        spec: { forProvider: { size: 1 }, ...whole },
      },
      readiness: whenManaged,
    })
  })

  it.each([
    ['Delete', false, whole],
    ['Snapshot', false, whole],
    ['Orphan', false, contained],
    ['Delete', true, contained],
    ['Snapshot', true, contained],
    ['Orphan', true, contained],
  ] as const)(
    'with the policy %s, in a container %s, is deleted or left as is meant',
    (policy, keepOnDelete, expected) => {
      const { resource } = managed(managing(policy), 'thing', Thing, { size: 1 }, { providerConfigRef, keepOnDelete })
      expect(resource['spec']).toEqual({ forProvider: { size: 1 }, ...expected })
    },
  )

  it('is protected and checked as it is told', () => {
    const options = { providerConfigRef, readiness: whenObserved, protection: { grow: ['spec.size'] } }
    expect(managed(managing('Delete'), 'thing', Thing, { size: 1 }, options)).toMatchObject({
      readiness: whenObserved,
      protection: { grow: ['spec.size'] },
    })
    expect(managed(managing('Delete'), 'thing', Thing, { size: 1 }, { providerConfigRef })).not.toHaveProperty(
      'protection',
    )
  })

  it('writes its connection details where no other claim’s are', () => {
    const { resource } = managed(
      managing('Delete'),
      'thing',
      Thing,
      { size: 1 },
      { providerConfigRef, connection: true },
    )
    expect(resource['spec']).toMatchObject({ writeConnectionSecretToRef: { name: name('thing-details') } })
    expect(connectionName(claim, 'thing')).toBe(name('thing-details'))
  })
})

it('knows a resource by the name that it has, or a new scheme for names makes everything anew', () => {
  const seen = observedDatabase({ composed: { thing: { metadata: { name: 'old-thing' } } } })
  expect(nameOf(seen, 'thing')).toBe('old-thing')
  expect(nameOf(seen, 'other')).toBe(name('other'))
})

describe('the labels', () => {
  it('are the recommended ones and ours, with the team but with none of a GitOps tool’s', () => {
    const labels = { 'platform.roadbed.dev/team': 'checkout', 'app.kubernetes.io/managed-by': 'Helm' }
    expect(labelsOf({ ...claim, labels }, 'instance')).toEqual({
      'app.kubernetes.io/name': 'xdatabase',
      'app.kubernetes.io/instance': 'orders',
      'app.kubernetes.io/component': 'instance',
      'app.kubernetes.io/part-of': 'team-a',
      'app.kubernetes.io/managed-by': 'roadbed',
      'platform.roadbed.dev/kind': 'XDatabase',
      'platform.roadbed.dev/environment': 'team-a',
      'platform.roadbed.dev/team': 'checkout',
    })
    expect(labelsOf(claim, 'instance')).not.toHaveProperty('platform.roadbed.dev/team')
  })

  it('end in a letter or digit, also for a database whose name ends in _, or the API server refuses the object', () => {
    expect(labelsOf(claim, 'database-audit-')['app.kubernetes.io/component']).toBe('database-audit')
  })

  it('fit, however long a claim’s name is, and differ where the names do', () => {
    const instance = (claimName: string) =>
      labelsOf({ ...claim, name: claimName } satisfies Claim, 'a')['app.kubernetes.io/instance']
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,120}[a-z0-9])?$/), text => {
        expect(instance(text)).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/)
        expect(instance(text) === text).toBe(text.length <= 63)
      }),
    )
    expect(instance('x'.repeat(63))).toBe('x'.repeat(63))
    expect(instance(`${'ab'.repeat(27)}cdefghijkl`)).toMatch(/^(ab){27}-[a-z2-7]{8}$/)
    expect(instance(`${'x'.repeat(63)}a`)).not.toBe(instance(`${'x'.repeat(63)}b`))
  })
})
