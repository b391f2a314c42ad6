import { expect, it } from 'vitest'
import { objectAt, textAt } from '../../../../functions/runtime/read.ts'
import { databaseClaim, environmentClaim } from '../../../harness/claims.ts'
import { bed } from '../../../harness/plane.ts'

it('tells who decided each value that the status tells, or a developer asks the platform team', async () => {
  const { plane, claim, converge } = bed()
  await converge(
    claim(
      environmentClaim({
        type: 'Staging',
        placement: { provider: 'GCP' },
        defaults: { size: 'medium', backupPolicy: 'hourly' },
        lifecycle: { state: 'Suspended' },
      }),
    ),
  )
  const spec = { engine: 'Postgres', availability: 'SingleZone', encryption: { inTransit: 'Preferred' } }
  const ref = claim({ ...databaseClaim({}, { namespace: 'shop' }), spec })
  await converge(ref)
  const status = objectAt(plane.api.get(ref), 'status')
  expect(textAt(status, 'placement', 'provider')).toBe('GCP')
  expect(objectAt(status, 'effective')).toMatchObject({ size: 'medium', state: 'Stopped', environment: 'Staging' })
  expect(objectAt(status, 'effective', 'origins')).toEqual({
    'placement.provider': 'environment',
    'placement.region': 'platform',
    environment: 'environment',
    version: 'built in',
    size: 'environment',
    availability: 'claim',
    state: 'environment',
    'storage.size': 'environment',
    'encryption.atRest': 'built in',
    'encryption.inTransit': 'claim',
    'network.exposure': 'built in',
    'backup.policy': 'environment',
    'deletion.policy': 'built in',
    'deletion.protection': 'built in',
  })
})

it('tells of a size that has become the default later, and leaves the database as it is', async () => {
  const { plane, claim, converge } = bed({ provider: 'AWS' })
  const environment = (size: string) => environmentClaim({ defaults: { size } })
  await converge(claim(environment('small')))
  const ref = claim({ ...databaseClaim({}, { namespace: 'shop' }), spec: { engine: 'Postgres' } })
  await converge(ref)
  claim(environment('large'))
  await converge(ref)
  const { effective, deviations } = objectAt(plane.api.get(ref), 'status')
  expect(effective).toMatchObject({ size: 'small', origins: { size: 'existing' } })
  expect(deviations).toEqual([{ field: 'spec.size', reason: expect.stringContaining('it stays small') as string }])
})
