import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { recorded, running } from '../../../control-plane/processes/record.ts'
import { orderFaults } from '../../../control-plane/providers/faults.ts'
import { providerCrds } from '../../../control-plane/crds/provider-crds.ts'
import type { ServiceName } from '../../../control-plane/services/service.ts'
import { up } from '../../../control-plane/up.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { eventually, pinned } from '../objects.ts'
import {
  applyPlatform,
  cluster,
  controlPlane,
  eventsOf,
  folders,
  newNamespace,
  now,
  uidsOf,
  untilCondition,
  untilReady,
} from '../shared/bed.ts'
import { requiredOf, startRecorder } from '../shared/recorder.ts'

/** The function has its revision's name behind this one; core is no prefix of its RBAC manager. */
const kill = (service: ServiceName | 'function'): void => {
  const found = recorded(folders).find(name =>
    service === 'function' ? name.startsWith('function-') : name === service,
  )
  const identity = running(folders, found ?? '')
  if (!identity) throw new Error(`${service} does not run`)
  process.kill(identity.pid, 'SIGKILL')
}

const bringBack = () => up({ name: controlPlane }, () => undefined)

let namespace = ''
let settled: JsonObject
let before: Readonly<Record<string, string>>
let recorder: Awaited<ReturnType<typeof startRecorder>>

beforeAll(async () => {
  await applyPlatform()
  namespace = await newNamespace('faults')
  settled = pinned(databaseClaim({}, { name: 'settled' }), namespace, 'AWS')
  await cluster.apply(settled)
  await untilReady(settled)
  recorder = await startRecorder()
})
afterAll(() => recorder.stop())
beforeEach(async () => {
  before = await uidsOf(settled)
})

const expectNothingLost = async () => {
  await untilReady(settled)
  expect(await uidsOf(settled)).toEqual(before)
}

describe('when a process dies, claims recover by themselves and nothing is lost:', () => {
  const claimed = async (name: string) => {
    const claim = pinned(databaseClaim({}, { name }), namespace, 'AWS')
    await cluster.apply(claim)
    return claim
  }

  it('the function, in the middle of a reconciliation', async () => {
    const claim = await claimed('function-killed')
    kill('function')
    await untilReady(claim, 120)
    await expectNothingLost()
  })

  it('Crossplane’s core, with a claim that is just being made', async () => {
    const watched = await recorder.made()
    await recorder.untilQuiet(watched, 2)
    const [parts, calls] = [await uidsOf(watched), recorder.callsOf(watched).length]
    const claim = await claimed('core-killed')
    kill('crossplane')
    await bringBack()
    await untilReady(claim, 120)
    await expectNothingLost()
    // A new core knows of what is required only what the Composition names: the function may not take the rest for gone.
    await eventually(() => expect(recorder.callsOf(watched).length).toBeGreaterThan(calls))
    expect(requiredOf(recorder.callsOf(watched)[calls] ?? expect.unreachable())).toEqual(['platform 1'])
    await recorder.untilQuiet(watched, 2)
    expect(await uidsOf(watched)).toEqual(parts)
  })

  it('the API server', async () => {
    const claim = await claimed('api-killed')
    kill('kube-apiserver')
    await bringBack()
    await untilReady(claim, 120)
    await expectNothingLost()
  })
})

describe('when a cloud refuses', () => {
  it('the claim says so in the cloud’s words, and goes on when it accepts', async () => {
    const message = 'create failed: api error InsufficientDBInstanceCapacity: no capacity for db.t4g.small'
    orderFaults(folders, [{ kind: 'Instance', times: 1000, message }])
    const claim = pinned(databaseClaim({}, { name: 'refused' }), namespace, 'AWS')
    await cluster.apply(claim)
    await untilCondition(claim, 'Provisioned', /InsufficientDBInstanceCapacity: no capacity for db\.t4g\.small/)
    await untilCondition(claim, 'Synced', /^True/)
    orderFaults(folders, [])
    await untilReady(claim, 120)
    await expectNothingLost()
  })
})

describe('when a provider’s kind is not installed', () => {
  // Its conditions stay empty for two minutes, for which core waits for the kind: what a developer sees is the event.
  it('the claim’s events name it at once, and the claim is Ready as soon as it is there', async () => {
    const crd =
      providerCrds(undefined)
        .read()
        .find(each => textAt(each, 'metadata', 'name') === 'users.sql.gcp.m.upbound.io') ?? {}
    expect(await cluster.remove(crd)).toBeUndefined()
    await expect.poll(async () => now(crd), { timeout: 30_000 }).toEqual({})
    const claim = pinned(databaseClaim({}, { name: 'no-kind' }), namespace, 'GCP')
    await cluster.apply(claim)
    const said = async () =>
      expect((await eventsOf(claim)).join('\n')).toContain('sql.gcp.m.upbound.io/v1beta1, Kind=User')
    await vi.waitFor(said, { timeout: 30_000, interval: 500 })
    await cluster.apply(crd)
    await untilReady(claim, 120)
    await expectNothingLost()
  })
})
