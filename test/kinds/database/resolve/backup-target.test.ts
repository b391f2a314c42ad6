import { describe, expect, it } from 'vitest'
import { backupTarget, targetRequirements } from '../../../../functions/kinds/database/resolve/backup-target.ts'
import type { Facts } from '../../../../functions/settings/facts.ts'
import type { Description } from '../../../runtime/fixtures.ts'
import { facts, observedDatabase } from '../../fixtures.ts'

const target = (place: Facts, sent: Description = {}) => backupTarget(place, observedDatabase(sent))

const store = { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } } as const

describe('what the platform says', () => {
  it.each([
    [facts.AWS, 'Cloud'],
    [facts.GCP, 'Cloud'],
    [facts.Azure, 'Cloud'],
    [{ ...facts.Kubernetes, backupStore: store }, 'Store'],
    [{ ...facts.Kubernetes, backupStore: store, storage: { snapshotClassName: 'fast' } }, 'Store'],
    [{ ...facts.Kubernetes, storage: { snapshotClassName: 'fast' } }, 'Snapshots'],
  ] as const)('of %j is taken as it stands, and nothing is asked for: %s', (place, expected) => {
    expect(target(place, { installed: { 'volume-snapshots': false } })).toBe(expected)
    expect(targetRequirements(place)).toEqual([])
  })
})

describe('a cluster of which nothing is said', () => {
  it.each([
    [true, 'Snapshots'],
    [false, 'Nowhere'],
  ] as const)('has volume snapshots: %s → %s, or the claim is never Ready', (there, expected) => {
    expect(target(facts.Kubernetes, { installed: { 'volume-snapshots': there } })).toBe(expected)
  })

  it('is asked, and taken to have them until it has answered', () => {
    expect(target(facts.Kubernetes)).toBe('Snapshots')
    expect(targetRequirements(facts.Kubernetes)).toEqual([
      ['volume-snapshots', { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshot' }],
    ])
  })

  it('is taken to have none where Crossplane can’t tell', () => {
    expect(target(facts.Kubernetes, { capabilities: [1, 2] })).toBe('Nowhere')
  })
})
