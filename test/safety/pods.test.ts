import { describe, expect, it } from 'vitest'
import { numberAt, objectAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { converge } from '../../simulator/converge.ts'
import { environmentClaim, serviceClaim } from '../harness/claims.ts'
import { later, stateOf } from '../harness/lives.ts'
import { bed } from '../harness/plane.ts'
import { convergeService, deploymentIn, rolledOut, serviceBed } from '../harness/services.ts'

describe('the number of pods', () => {
  it('is the autoscaler’s where there is one, and never dips when a fixed number gives way to it', async () => {
    const { plane, claim, ref } = await convergeService(serviceClaim({ replicas: { min: 3 } }))
    const seen: (number | undefined)[] = []
    plane.api.watch(({ object }) => {
      if (object['kind'] === 'Deployment') seen.push(numberAt(object, 'spec', 'replicas'))
    })
    claim(serviceClaim({ replicas: { min: 3, max: 6 } }))
    expect((await converge(plane, ref)).outcome).toBe('ready')
    expect(seen.filter(replicas => replicas !== 3)).toEqual([])
    const present = deploymentIn(plane) ?? {}
    plane.api.update({ ...present, spec: { ...objectAt(present, 'spec'), replicas: 5 } }, 'kube-controller-manager')
    expect((await converge(plane, ref)).outcome).toBe('ready')
    expect(numberAt(deploymentIn(plane), 'spec', 'replicas')).toBe(5)
  })

  it('is none while the service is suspended, and as before when it goes on', async () => {
    const { plane, claim, ref } = await convergeService(serviceClaim({ replicas: { min: 2 } }))
    claim(serviceClaim({ replicas: { min: 2 }, state: 'Suspended' }))
    const { outcome, composite } = await converge(plane, ref)
    expect([outcome, numberAt(deploymentIn(plane), 'spec', 'replicas')]).toEqual(['ready', 0])
    expect(rolledOut(composite)).toMatchObject({ status: 'True', reason: 'Suspended' })
    claim(serviceClaim({ replicas: { min: 2 } }))
    await converge(plane, ref)
    expect(numberAt(deploymentIn(plane), 'spec', 'replicas')).toBe(2)
  })
})

describe('names that are somebody’s', () => {
  it.each([
    [
      'apps/v1',
      'Deployment',
      { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } } } },
    ],
    ['v1', 'Service', { selector: { a: 'b' }, ports: [{ port: 80 }] }],
  ])('%s %s are never taken over', async (apiVersion, kind, spec) => {
    const made = await serviceBed(serviceClaim())
    const before = made.plane.api.update(
      { apiVersion, kind, metadata: { name: 'api', namespace: 'team-a' }, spec },
      'helm',
    )
    const { outcome, composite } = await made.converge(made.ref)
    expect(outcome).toBe('refused')
    expect(conditionsOf(composite).find(({ type }) => type === 'Configured')?.['message']).toContain(
      `the ${kind} "api" exists and is not this service's`,
    )
    expect(made.plane.api.get({ apiVersion, kind, name: 'api', namespace: 'team-a' })?.['spec']).toEqual(before['spec'])
  })
})

describe('an environment that sleeps', () => {
  it('takes its services’ pods with it and brings them back, whoever made them', async () => {
    const made = bed()
    const schedule = { suspend: '0 20 * * *', resume: '0 7 * * *' }
    const environment = made.claim(environmentClaim({ lifecycle: { schedule } }))
    await made.converge(environment)
    const service = made.claim(serviceClaim({ replicas: { min: 2 } }, { namespace: 'shop' }))
    await made.converge(service)
    const pods = () =>
      numberAt(
        made.plane.api.get({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'api', namespace: 'shop' }),
        'spec',
        'replicas',
      )
    expect(pods()).toBe(2)
    await later(made, environment, 21, service)
    expect([pods(), stateOf(made, service)]).toEqual([0, 'Suspended'])
    await later(made, environment, 11, service)
    expect([pods(), stateOf(made, service)]).toEqual([2, 'Active'])
  })
})
