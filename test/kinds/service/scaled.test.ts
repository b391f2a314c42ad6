import { describe, expect, it } from 'vitest'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import { autoscaler } from '../../../functions/kinds/service/autoscaler.ts'
import { scaledObject } from '../../../functions/kinds/service/scaled-object.ts'
import { full, serviceOf } from './fixtures.ts'

const replicas = { min: 2, max: 4 }
const hours: Partial<ServiceSpec> = {
  replicas,
  scaling: {
    metrics: [{ name: 'day', type: 'Cron', start: '0 8 * * *', end: '0 18 * * *', replicas: 3 }],
  },
}

describe.each([
  ['an autoscaler', { replicas }, autoscaler],
  ['KEDA’s rule', hours, scaledObject],
] as const)('%s', (_, spec, entryOf) => {
  it('comes after what it scales, or each new service begins with a Warning about a Deployment that is not found', () => {
    expect(entryOf(serviceOf(spec))).toMatchObject({ state: 'waiting', on: 'deployment' })
    expect(entryOf(serviceOf(spec, full, { composed: { deployment: {} } }))).toMatchObject({ state: 'emit' })
  })
})
