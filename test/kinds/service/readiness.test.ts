import { describe, expect, it } from 'vitest'
import { whenRolledOut } from '../../../functions/kinds/service/readiness.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'

const scale = {
  engine: 'None',
  min: 1,
  max: 1,
  metrics: [],
  scaleDownSeconds: undefined,
  toZero: false,
  prometheusUrl: undefined,
} as const

const deployment = (...conditions: readonly JsonObject[]): JsonObject => ({
  metadata: { generation: 1 },
  spec: { replicas: 1 },
  status: { observedGeneration: 1, conditions: [{ type: 'Progressing', status: 'True' }, ...conditions] },
})

const failing = (message: string) =>
  whenRolledOut(scale)(deployment({ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message }))

describe('a Deployment whose pods nobody lets in', () => {
  it('says why, or a developer waits ten minutes for a deadline to tell nothing', () => {
    expect(failing('pods "api-7c5ddbdf54-x2x9z" is forbidden: exceeded quota: environment, limited: pods=2')).toEqual({
      ready: false,
      message: 'no pod can be made: exceeded quota: environment, limited: pods=2',
    })
  })

  it('says the same at each try, or its status changes for ever', () => {
    const [first, second] = ['x2x9z', 'b7k4p'].map(suffix =>
      failing(`pods "api-7c5ddbdf54-${suffix}" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot`),
    )
    expect(first).toEqual(second)
  })

  it('is as before when that is over', () => {
    const over = deployment({ type: 'ReplicaFailure', status: 'False', message: 'pods' })
    expect(whenRolledOut(scale)(over)).toEqual({ ready: false, message: 'its pods are being replaced' })
  })
})
