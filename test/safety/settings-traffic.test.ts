import { expect, it } from 'vitest'
import { textAt } from '../../functions/runtime/read.ts'
import { databaseClaim, environmentClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'

it('a claim is sent its own platform and environment and no other, however many there are', async () => {
  const { calls, claim, converge } = bed({ provider: 'Kubernetes' })
  for (let index = 0; index < 12; index++) await converge(claim(environmentClaim({}, { name: `team-${index}` })))
  const before = calls.length
  await converge(claim(databaseClaim({}, { namespace: 'team-7' })))
  const sent = calls
    .slice(before)
    .flatMap(({ request }) =>
      Object.values(request.requiredResources).flatMap(({ items }) =>
        items.flatMap(({ resource }) =>
          textAt(resource, 'apiVersion')?.startsWith('platform.')
            ? `${textAt(resource, 'kind')} ${textAt(resource, 'metadata', 'name')}`
            : [],
        ),
      ),
    )
  expect(new Set(sent)).toEqual(new Set(['XPlatform default', 'XEnvironment team-7']))
})

it('nothing is written to XPlatform or an XEnvironment at rest: each write would run every claim that reads it', async () => {
  const { plane, claim, converge } = bed({ provider: 'Kubernetes' })
  const environment = claim(
    environmentClaim({
      databases: [{ name: 'orders' }],
      lifecycle: { ttl: '90d', schedule: { suspend: '0 20 * * *', resume: '0 7 * * *' } },
    }),
  )
  const platform = { apiVersion: environment.apiVersion, kind: 'XPlatform', name: 'default' }
  for (const ref of [platform, environment, environment]) await converge(ref)
  let writes = 0
  plane.api.watch(() => writes++)
  for (let hour = 1; hour <= 10; hour++) {
    plane.advance(3600)
    for (const ref of [platform, environment]) await plane.reconcile(ref)
  }
  expect(writes).toBe(0)
})
