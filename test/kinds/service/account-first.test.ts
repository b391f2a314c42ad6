import { describe, expect, it } from 'vitest'
import { accountFirst } from '../../../functions/kinds/service/account-first.ts'
import { plan } from '../../../functions/kinds/service/plan.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { full, serviceOf } from './fixtures.ts'

const account = { 'service-account': { kind: 'ServiceAccount', metadata: { name: 'api-service-account' } } }

const states = (composed: Record<string, JsonObject>, preDeploy: { name: string; command: string[] }[] = []) => {
  const service = serviceOf({ rollout: { preDeploy } }, full, { required: { 'name-deployment': [] }, composed })
  const staged = accountFirst(service, plan(service))
  return Object.entries(staged).flatMap(([key, entry]) =>
    key === 'deployment' || key.startsWith('job-') || key === 'service-account'
      ? [`${key.split('-')[0]} ${entry?.state}`]
      : [],
  )
}

describe('the first pods of a service', () => {
  it('are made after their ServiceAccount, or Kubernetes warns of each new service that it can’t make them', () => {
    expect(states({})).toEqual(['service emit', 'deployment waiting'])
    expect(states(account)).toEqual(['service emit', 'deployment emit'])
  })

  it('of a job likewise', () => {
    const migrate = [{ name: 'migrate', command: ['migrate'] }]
    expect(states({}, migrate)).toContain('job waiting')
    expect(states(account, migrate)).toContain('job emit')
  })

  it('are not held when somebody takes the account away: it is made anew, and they go on', () => {
    expect(states({ deployment: { kind: 'Deployment', metadata: { name: 'api' } } })).toContain('deployment emit')
  })
})
