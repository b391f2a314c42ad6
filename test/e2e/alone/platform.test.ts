import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiVersion } from '../../../apis/group.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { changes } from '../changes.ts'
import { eventually, pinned } from '../objects.ts'
import {
  applyPlatform,
  cluster,
  composedOf,
  newNamespace,
  now,
  sentFor,
  uidsOf,
  untilCondition,
  untilReady,
} from '../shared/bed.ts'
import { changePlatform } from './change-platform.ts'
import { recordedComposition, requiredOf, startRecorder } from '../shared/recorder.ts'

const ofAws = async (): Promise<JsonObject> => pinned(databaseClaim(), await newNamespace('platform'), 'AWS')

let recorder: Awaited<ReturnType<typeof startRecorder>>
beforeAll(async () => {
  await applyPlatform()
  recorder = await startRecorder()
})
afterAll(async () => {
  await applyPlatform()
  await recorder.stop()
})

describe('without an XPlatform', () => {
  it('a claim goes to Kubernetes, for what is required and does not exist is an empty list, and learns of one within 2 s', async () => {
    const object = { apiVersion, kind: 'XPlatform', metadata: { name: 'default' } }
    await cluster.remove(object)
    await eventually(async () => expect(await now(object)).toEqual({}))
    const claim = await recorder.made(recordedComposition('database'))
    expect(new Set(recorder.callsOf(claim).map(call => requiredOf(call).at(-1)))).toEqual(new Set(['platform 0']))
    expect(textAt(await now(claim), 'status', 'placement', 'provider')).toBe('Kubernetes')
    await recorder.untilQuiet(claim, 1)

    const [before, since] = [recorder.callsOf(claim).length, performance.now()]
    await applyPlatform()
    await eventually(() => {
      expect(
        recorder
          .callsOf(claim)
          .slice(before)
          .map(call => requiredOf(call).at(-1)),
      ).toContain('platform 1')
    })
    expect((recorder.callsOf(claim)[before]?.at ?? Infinity) - since).toBeLessThan(2000)
    const titles = async () => listAt(await now(claim), 'status', 'links').map(link => textAt(link, 'title'))
    await eventually(async () => expect(await titles()).toContain('Documentation'))
  })
})

describe('a claim for a provider that the platform does not describe', () => {
  it('is refused until the platform team describes it, and then goes on by itself', async () => {
    const { aws, ...others } = objectAt(examplePlatform(), 'spec', 'providers')
    await changePlatform({ providers: others })
    const claim = await ofAws()
    await cluster.apply(claim)
    const says = /^False ProviderNotConfigured: XPlatform\/default spec\.providers\.aws: AWS is not described/
    await untilCondition(claim, 'Configured', says)
    expect(await composedOf(claim)).toEqual([])

    await changePlatform({ ...objectAt(examplePlatform(), 'spec'), providers: { ...others, ...(aws && { aws }) } })
    await untilReady(claim)
    expect(textAt(await now(claim), 'status', 'placement', 'region')).toBe('eu-west-1')
  })
})

describe('a tag that the platform team adds', () => {
  it('reaches existing databases within seconds: core watches what the function requires', async () => {
    const claim = await ofAws()
    await cluster.apply(claim)
    await untilReady(claim)
    const [uids, sent] = [await uidsOf(claim), await sentFor(claim)]
    const spec = objectAt(examplePlatform(), 'spec')
    const aws = { ...objectAt(spec, 'providers', 'aws'), tags: { 'cost-center': '4712' } }
    await changePlatform({ ...spec, providers: { ...objectAt(spec, 'providers'), aws } })
    const tagged = ['clients-10-0-0-0-16', 'instance', 'parameter-group-17', 'security-group', 'subnet-group'].map(
      key => `${key} spec.forProvider.tags.cost-center: "4711" → "4712"`,
    )
    await eventually(async () => expect(changes(sent, await sentFor(claim))).toEqual(tagged), 15)
    expect(await uidsOf(claim)).toEqual(uids)
  })
})
