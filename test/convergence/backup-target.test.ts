import { Capability, type RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim, platform } from '../harness/claims.ts'
import { convergeClaim } from '../harness/plane.ts'

const volumeSnapshot = 'snapshot.storage.k8s.io/v1 VolumeSnapshot'

type Options = Parameters<typeof convergeClaim>[1]

/** A claim in a cluster of which the platform team has told nothing. */
const inCluster = async (spec: JsonObject = {}, options: Options = {}) => {
  const { plane, calls, convergence } = await convergeClaim(databaseClaim(spec), {
    platform: platform({ defaultPlacement: { provider: 'Kubernetes' }, providers: { kubernetes: {} } }),
    ...options,
  })
  const { composite, outcome } = convergence
  return {
    outcome,
    calls: calls.length,
    asked: Object.keys(calls.at(-1)?.response.requirements?.schemas ?? {}),
    problems: plane.events.filter(({ type }) => type === 'Warning').map(({ message }) => message),
    methods: plane.api
      .list()
      .filter(({ kind }) => kind === 'ScheduledBackup')
      .map(object => textAt(object, 'spec', 'method')),
    status: objectAt(composite, 'status'),
    deviations: listAt(composite, 'status', 'deviations').map(deviation => textAt(deviation, 'reason')),
  }
}

describe('without a backup store', () => {
  it('backups are volume snapshots where the cluster has them, and none are on by accident only', async () => {
    const { outcome, methods, deviations, status, calls, asked } = await inCluster()
    expect({ outcome, methods }).toEqual({ outcome: 'ready', methods: ['volumeSnapshot'] })
    expect(status['backup']).toMatchObject({ policy: 'daily', pointInTimeRecovery: 'Disabled' })
    expect(deviations.join()).toContain('volume snapshots inside the cluster')
    expect(asked).toEqual(['volume-snapshots'])
    expect(calls).toBeLessThanOrEqual(6)
  })

  it('a cluster without snapshots still gets its database, or the first try on a laptop never gets Ready', async () => {
    const { outcome, methods, problems, status, deviations } = await inCluster({}, { without: [volumeSnapshot] })
    expect({ outcome, methods, problems }).toEqual({ outcome: 'ready', methods: [], problems: [] })
    expect(status).not.toHaveProperty('backup')
    expect(deviations.join()).toContain('nothing is backed up')
  })

  it('a claim that asks for backups there is refused, or its owner believes that there are some', async () => {
    for (const backup of [{ policy: 'daily' }, { retentionDays: 7 }, { schedule: '0 3 * * *' }]) {
      const { outcome, problems, methods } = await inCluster({ backup }, { without: [volumeSnapshot] })
      expect({ outcome, methods }).toEqual({ outcome: 'refused', methods: [] })
      expect(problems.join()).toContain('XPlatform/default spec.providers.kubernetes.backupStore')
    }
  })

  it('a Crossplane that can’t tell is asked nothing, or the claim waits for an answer that never comes', async () => {
    const tamper = (request: RunFunctionRequest): RunFunctionRequest => ({
      ...request,
      meta: { tag: '', ...request.meta, capabilities: [Capability.CAPABILITY_REQUIRED_RESOURCES] },
    })
    const { outcome, deviations } = await inCluster({}, { tamper })
    expect(outcome).toBe('ready')
    expect(deviations.join()).toContain('nothing is backed up')
  })

  it('what the platform declares is not asked for, or each call carries a schema for nothing', async () => {
    const storage = { snapshotClassName: 'snapshots' }
    const { outcome, methods, asked } = await inCluster(
      {},
      { platform: platform({ defaultPlacement: { provider: 'Kubernetes' }, providers: { kubernetes: { storage } } }) },
    )
    expect({ outcome, methods, asked }).toEqual({ outcome: 'ready', methods: ['volumeSnapshot'], asked: [] })
  })
})
