import { Ready, type Resource } from '@crossplane-org/function-sdk-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../../control-plane/state.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { eventually } from '../objects.ts'
import { applyPlatform, cluster, controlPlane, folders, now } from './bed.ts'
import { functionName, requiredOf, startRecorder, type Recorded, type Script } from './recorder.ts'

/*
 * Rows of docs/crossplane-behaviour.md.
 * How Crossplane core calls the function, as far as the function leans on it: a new version that behaves differently is
 * noticed here first. What core makes of the answers is in composing.test.ts.
 */

let recorder: Awaited<ReturnType<typeof startRecorder>>
beforeAll(async () => {
  await applyPlatform()
  recorder = await startRecorder()
})
afterAll(() => recorder.stop())

const readySecret = (index: number): Resource => ({
  resource: { apiVersion: 'v1', kind: 'Secret', metadata: { name: `made-${index}` } },
  connectionDetails: {},
  ready: Ready.READY_TRUE,
})

/** A claim of nothing but Secrets: once it is Ready, nothing happens to it by itself. */
const secrets =
  (count: number): Script =>
  response => ({
    ...response,
    desired: {
      composite: {
        connectionDetails: {},
        resource: response.desired?.composite?.resource,
        ready: Ready.READY_UNSPECIFIED,
      },
      resources: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`secret-${index}`, readySecret(index)]),
      ),
    },
  })

const lasting =
  (seconds: number): Script =>
  (response, request) => ({ ...secrets(1)(response, request), meta: { tag: '', ttl: { seconds, nanos: 0 } } })

const version = ({ request }: Recorded) =>
  textAt(request.observed?.composite?.resource ?? {}, 'metadata', 'resourceVersion')

describe('required resources', () => {
  it('cost a new claim one call more, once: afterwards core brings along what was asked for before', async () => {
    const claim = await recorder.made()
    const [first, second, ...later] = recorder.callsOf(claim)
    expect([first, second].map(call => call && requiredOf(call))).toEqual([
      ['platform 1'],
      ['app-credentials 0', 'certificate-authority 0', 'connection-secret 0', 'environment 0', 'platform 1'],
    ])
    expect(first && version(first)).toBe(second && version(second))
    expect(later).not.toEqual([])
    for (const call of later)
      expect(requiredOf(call).join()).toMatch(/app-credentials \d,certificate-authority \d,.*platform 1/)
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

  it('is made once for each of core’s own writes: a new claim costs few, however many objects it is made of', async () => {
    const claim = await recorder.made(undefined, secrets(8))
    // Two for the first, because of what is required; then one for each of its own writes that core sees again.
    await eventually(() => expect(recorder.callsOf(claim).length).toBeGreaterThanOrEqual(4))
    await recorder.untilQuiet(claim, 2)
    expect(recorder.callsOf(claim).length).toBeLessThanOrEqual(7)
  })

  it('is counted by core under the function’s name, for those who watch over it', async () => {
    const before = await counts()
    await recorder.made()
    const after = await counts()
    expect(after.calls).toBeGreaterThan(before.calls)
    expect(after.counted - before.counted).toBe(after.calls - before.calls)
  })

  it('is made again after the time that the answer says, give or take a tenth, and not before', async () => {
    const [soon, late] = await Promise.all([1, 60].map(seconds => recorder.made(undefined, lasting(seconds))))
    // On a busy machine core comes back late to what it has written itself.
    await recorder.untilQuiet(late, 5)
    const [before, atRest] = [soon, late].map(claim => recorder.callsOf(claim).length)
    const times = () =>
      recorder
        .callsOf(soon)
        .slice(before)
        .map(({ at }) => at)
    await eventually(() => expect(times().length).toBeGreaterThan(7), 40)
    const gaps = times()
      .slice(1)
      .map((at, index) => at - (times()[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(850)
    expect(recorder.callsOf(late).length).toBe(atRest)
  })
})

/** While nobody calls: what core counts and what has come here are of one moment. */
const counts = async (): Promise<{ readonly counted: number; readonly calls: number }> => {
  await recorder.untilQuiet(undefined, 1)
  const calls = recorder.callsOf().length
  const counted = await countedByCore()
  return recorder.callsOf().length === calls ? { counted, calls } : counts()
}

const countedByCore = async (): Promise<number> => {
  const port = readSettings(folders, controlPlane)?.ports.coreMetrics
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const lines = metrics.matchAll(/^function_run_function_request_total\{function_name="(\S+?)",.*\} (\d+)$/gm)
  return [...lines].reduce((sum, [, called, count]) => sum + (called === functionName ? Number(count) : 0), 0)
}
