import { expect, it } from 'vitest'
import { place } from '../../../../functions/kinds/database/kubernetes/index.ts'
import { plan } from '../../../../functions/kinds/database/kubernetes/plan.ts'
import { database, facts, kubernetesDatabase, outline } from '../../fixtures.ts'

const small = {
  'object-store': 'absent',
  'restore-store': 'absent',
  cluster: 'Cluster',
  'network-policy': 'NetworkPolicy',
  'scheduled-backup': 'ScheduledBackup',
}

it('is a cluster that is closed and backed up', () => {
  expect(outline(plan(kubernetesDatabase()))).toEqual(small)
})

it('has a store where the platform declares one, and an entry for every database after the first', () => {
  const backupStore = { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } } as const
  const databases = [{ name: 'a' }, { name: 'b' }] as const
  expect(outline(plan(kubernetesDatabase({ db: { databases }, place: { backupStore } })))).toEqual({
    ...small,
    'object-store': 'ObjectStore',
    'database-b': 'Database',
  })
})

it('is placed with its checks, its deviations and the Secrets that it reads', () => {
  const storage = { ...database().storage, type: 'HighIOPS' } as const
  const placed = place(database({ storage }), facts.Kubernetes)
  expect(placed.refusals.map(({ code }) => code)).toEqual(['MissingPlatformFact'])
  expect(placed.deviations.map(({ field }) => field)).toEqual(['spec.encryption.atRest'])
  expect(placed.requirements.map(([requirement]) => requirement)).toEqual([
    'volume-snapshots',
    'app-credentials',
    'certificate-authority',
  ])
  expect(outline(placed.plan)).toEqual(small)
})

it('tells what it knows of the server, or the Secret is never filled', () => {
  const composed = { cluster: { metadata: { name: 'orders-1' }, status: { image: 'postgresql:17.4' } }, connection: {} }
  const required = { 'app-credentials': [{ data: { password: 'c2VjcmV0' } }] }
  const { details, observations } = place(database({}, { composed, required }), facts.Kubernetes)
  expect([details.host, details.password, observations.engineVersion]).toEqual([
    'orders-1-rw.team-a.svc',
    'secret',
    '17.4',
  ])
})
