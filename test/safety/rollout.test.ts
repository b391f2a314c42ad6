import { describe, expect, it } from 'vitest'
import { canonical } from '../../functions/runtime/canonical.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { converge } from '../../simulator/converge.ts'
import type { Fault } from '../../simulator/providers/actor.ts'
import { serviceClaim } from '../harness/claims.ts'
import { convergeService, deploymentIn, rolledOut, serviceBed } from '../harness/services.ts'

type Plane = Awaited<ReturnType<typeof serviceBed>>['plane']

const imageOf = (plane: Plane) =>
  textAt(listAt(deploymentIn(plane), 'spec', 'template', 'spec', 'containers')[0], 'image')

describe('a rollout', () => {
  const migrated = (image: string) =>
    serviceClaim({ image, databases: [{ name: 'db', migration: { command: ['migrate'] } }] })
  const [first, second] = ['registry.example.com/shop/api:1.0.0', 'registry.example.com/shop/api:2.0.0']
  const jobs = (plane: Plane) => plane.api.list().filter(({ kind }) => kind === 'Job')

  it('runs its migration before pods of the new image start', async () => {
    const { plane, ref } = await serviceBed(migrated(first))
    const order: string[] = []
    plane.api.watch(({ type, object }) => {
      const kind = textAt(object, 'kind') ?? ''
      if (kind === 'Deployment' && type === 'ADDED') order.push('pods')
      if (kind === 'Job' && conditionsOf(object).some(condition => condition['type'] === 'Complete'))
        order.push('migrated')
    })
    await converge(plane, ref)
    expect(order).toEqual(['migrated', 'pods'])
  })

  it('leaves the old version as it is when its migration fails, and says why and how to try again', async () => {
    const faults: Fault[] = []
    const { plane, claim, ref } = await convergeService(migrated(first), { faults })
    const before = canonical(deploymentIn(plane)?.['spec'])
    faults.push({ kind: 'Job', times: Infinity, message: 'Job has reached the specified backoff limit' })
    claim(migrated(second))
    const { outcome, composite } = await converge(plane, ref)
    expect(outcome).toBe('unsettled')
    expect(canonical(deploymentIn(plane)?.['spec'])).toBe(before)
    expect(rolledOut(composite)).toMatchObject({ status: 'False', reason: 'JobFailed' })
    expect(rolledOut(composite)?.['message']).toMatch(
      /failed: Job has reached the specified backoff limit\. See: kubectl logs .*To try again: kubectl delete .*The version before goes on/,
    )
  })

  it('goes on once the failed job is deleted and runs well', async () => {
    const faults: Fault[] = []
    const { plane, ref, claim } = await convergeService(migrated(first), { faults })
    faults.push({ kind: 'Job', times: Infinity, message: 'no' })
    claim(migrated(second))
    await converge(plane, ref)
    faults.pop()
    for (const job of jobs(plane))
      plane.api.delete({
        apiVersion: 'batch/v1',
        kind: 'Job',
        name: textAt(job, 'metadata', 'name') ?? '',
        namespace: 'team-a',
      })
    expect((await converge(plane, ref)).outcome).toBe('ready')
    expect(imageOf(plane)).toBe(second)
  })

  it('back to an image that ran before runs no migration again', async () => {
    const { plane, ref, claim } = await convergeService(migrated(first))
    claim(migrated(second))
    await converge(plane, ref)
    let made = 0
    plane.api.watch(({ type, object }) => {
      if (type === 'ADDED' && object['kind'] === 'Job') made++
    })
    claim(migrated(first))
    expect((await converge(plane, ref)).outcome).toBe('ready')
    expect(imageOf(plane)).toBe(first)
    expect(made).toBe(0)
  })

  it('does not run a job again because somebody has cleaned it away', async () => {
    const { plane, ref } = await convergeService(migrated(first))
    for (const job of jobs(plane))
      plane.api.delete({
        apiVersion: 'batch/v1',
        kind: 'Job',
        name: textAt(job, 'metadata', 'name') ?? '',
        namespace: 'team-a',
      })
    expect((await converge(plane, ref)).outcome).toBe('ready')
    expect(jobs(plane)).toEqual([])
  })
})
