import { describe, expect, it } from 'vitest'
import { autoscalerOf, containersOf } from '../../../../functions/kinds/service/observability/workload.ts'
import { serviceOf } from '../fixtures.ts'

/** The expression as Prometheus reads it, which takes the whole of a value. */
const pods = new RegExp(`^(?:${/pod=~"([^"]+)"/.exec(containersOf(serviceOf()))?.[1]})$`)

describe('a service’s pods', () => {
  it.each(['api-6d4cf56db6-x7k2p', 'api-7f9-abcde'])('are %s', pod => expect(pod).toMatch(pods))

  it.each([
    'api-gateway-6d4cf56db6-x7k2p',
    'my-api-6d4cf56db6-x7k2p',
    'api-db-hash1234-1',
    'api-0',
    'api-job-a-b-c-12345',
  ])('are not %s, or one is told of another’s', pod => expect(pod).not.toMatch(pods))
})

describe('the autoscaler of a service', () => {
  it('is none where nothing scales', () => {
    expect(autoscalerOf(serviceOf())).toBeUndefined()
  })

  it('is the one that there is, even when it was made under another name', () => {
    const composed = { autoscaler: { metadata: { name: 'older-name' } } }
    expect(autoscalerOf(serviceOf({ replicas: { min: 1, max: 2 } }, undefined, { composed }))).toBe('older-name')
  })
})
