import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiVersion } from '../../../apis/group.ts'
import { readSettings } from '../../../control-plane/state.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { eventually } from '../objects.ts'
import { applyPlatform, cluster, controlPlane, folders, now } from './bed.ts'
import { functionName, startRecorder, type Recorded, type Script } from './recorder.ts'

/*
 * behaviour.md, sections 1 (requirements), 2 (TTL), 4 (the wire) and 13 (metrics).
 * How Crossplane core calls the function, as far as the function leans on it: a new version that behaves differently is
 * noticed here first. What core makes of the answers is in composing.test.ts.
 */

let recorder: Awaited<ReturnType<typeof startRecorder>>
beforeAll(async () => {
  await applyPlatform()
  recorder = await startRecorder()
})
afterAll(() => recorder.stop())

const sleep = (seconds: number) => new Promise(resolve => setTimeout(resolve, seconds * 1000))

const everySecond: Script = response => ({
  ...response,
  meta: { tag: '', ...response.meta, ttl: { seconds: 1, nanos: 0 } },
})

const required = ({ request }: Recorded) =>
  Object.entries(request.requiredResources)
    .map(([name, { items }]) => `${name} ${items.length}`)
    .toSorted()

const version = ({ request }: Recorded) =>
  textAt(request.observed?.composite?.resource ?? {}, 'metadata', 'resourceVersion')

describe('required resources', () => {
  it('that do not exist are an empty list, so a claim without a platform goes to Kubernetes, and learns of one within 2 s', async () => {
    const platform = { apiVersion, kind: 'XPlatform', metadata: { name: 'default' } }
    await cluster.remove(platform)
    await eventually(async () => expect(await now(platform)).toEqual({}))
    const claim = await recorder.made('recorded')
    expect(new Set(recorder.callsOf(claim).map(call => required(call).at(-1)))).toEqual(new Set(['platform 0']))
    expect(textAt(await now(claim), 'status', 'placement', 'provider')).toBe('Kubernetes')
    await recorder.untilQuiet(claim, 1)

    const [before, since] = [recorder.callsOf(claim).length, performance.now()]
    await applyPlatform()
    await eventually(() => {
      expect(
        recorder
          .callsOf(claim)
          .slice(before)
          .map(call => required(call).at(-1)),
      ).toContain('platform 1')
    })
    expect((recorder.callsOf(claim)[before]?.at ?? Infinity) - since).toBeLessThan(2000)
    const titles = async () => listAt(await now(claim), 'status', 'links').map(link => textAt(link, 'title'))
    await eventually(async () => expect(await titles()).toContain('Documentation'))
  })

  it('cost a new claim one call more, once: afterwards core brings along what was asked for before', async () => {
    const claim = await recorder.made()
    const [first, second, ...later] = recorder.callsOf(claim)
    expect([first, second].map(call => call && required(call))).toEqual([
      ['platform 1'],
      ['app-credentials 0', 'certificate-authority 0', 'connection-secret 0', 'environment 0', 'platform 1'],
    ])
    expect(first && version(first)).toBe(second && version(second))
    expect(later).not.toEqual([])
    for (const call of later)
      expect(required(call).join()).toMatch(/app-credentials \d,certificate-authority \d,.*platform 1/)
  })

  it('that others write are noticed at once: the password of a database in the cluster may change', async () => {
    const claim = await recorder.made()
    await recorder.untilQuiet(claim, 2)
    const credentials = recorder.callsOf(claim).at(-1)?.request.requiredResources['app-credentials']?.items[0]?.resource
    const [before, since] = [recorder.callsOf(claim).length, performance.now()]
    await cluster.patch(credentials ?? {}, { data: { password: 'bmV3' } })
    const binding = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { ...objectAt(claim, 'metadata'), name: 'orders-conn' },
    }
    await eventually(async () => expect(textAt(await now(binding), 'data', 'password')).toBe('bmV3'))
    expect((recorder.callsOf(claim)[before]?.at ?? Infinity) - since).toBeLessThan(2000)
  })
})

describe('a call', () => {
  it('carries managedFields, from which the function reads what it has sent before', async () => {
    const { request } = recorder.callsOf(await recorder.made()).at(-1) ?? {}
    const managers = listAt(request?.observed?.resources['cluster']?.resource ?? {}, 'metadata', 'managedFields')
    expect(managers.map(record => textAt(record, 'manager'))).toContainEqual(
      expect.stringMatching(/^apiextensions\.crossplane\.io\/composed\/[0-9a-f]{64}$/),
    )
  })

  it('is counted by core under the function’s name, for those who watch over it', async () => {
    const before = await counts()
    await recorder.made()
    const after = await counts()
    expect(after.calls).toBeGreaterThan(before.calls)
    expect(after.counted - before.counted).toBe(after.calls - before.calls)
  })

  it('is made again after the time that the answer says, give or take a tenth, and not before', async () => {
    const [soon, late] = await Promise.all([recorder.made('recorded-kubernetes', everySecond), recorder.made()])
    await recorder.untilQuiet(late, 2)
    const counts = [soon, late].map(claim => recorder.callsOf(claim).length)
    await sleep(9)
    const times = recorder
      .callsOf(soon)
      .slice(counts[0])
      .map(({ at }) => at)
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    // What else happens may call as well.
    expect(gaps.filter(gap => gap > 850 && gap < 2000).length).toBeGreaterThanOrEqual(4)
    expect(Math.max(...gaps)).toBeLessThan(2500)
    // Its answers say 60 s.
    expect(recorder.callsOf(late).length).toBe(counts[1])
  })
})

/** While nobody calls. */
const counts = async () => {
  await recorder.untilQuiet(undefined, 1)
  return { counted: await countedByCore(), calls: recorder.callsOf().length }
}

const countedByCore = async (): Promise<number> => {
  const port = readSettings(folders, controlPlane)?.ports.coreMetrics
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const lines = metrics.matchAll(/^function_run_function_request_total\{function_name="(\S+?)",.*\} (\d+)$/gm)
  return [...lines].reduce((sum, [, called, count]) => sum + (called === functionName ? Number(count) : 0), 0)
}
