import { describe, expect, it } from 'vitest'
import { deployment } from '../../../functions/kinds/service/deployment.ts'
import { job } from '../../../functions/kinds/service/job.ts'
import { full, serviceOf } from './fixtures.ts'

const migration = { name: 'migrate', command: ['migrate'] }
const rollout = { preDeploy: [migration] }

const required = { 'name-deployment': [] }
const account = { 'service-account': { kind: 'ServiceAccount', metadata: { name: 'api-service-account' } } }

describe('the first pods of a service', () => {
  it('are made after their ServiceAccount, or Kubernetes warns of each new service that it can’t make them', () => {
    expect(deployment(serviceOf({}, full, { required }))).toMatchObject({ state: 'waiting', on: 'service-account' })
    expect(deployment(serviceOf({}, full, { required, composed: account })).state).toBe('emit')
  })

  it('are not waited for again when somebody takes the account away: it is made anew, and they go on', () => {
    const composed = { deployment: { kind: 'Deployment', metadata: { name: 'api' } } }
    expect(deployment(serviceOf({}, full, { required, composed })).state).toBe('emit')
  })
})

it('a job before the first version is made after its ServiceAccount as well', () => {
  const states = [{}, account].map(composed => {
    const service = serviceOf({ rollout }, full, { required, composed })
    return service.jobs.map(wanted => job(service, wanted).state)
  })
  expect(states).toEqual([['waiting'], ['emit']])
})
