import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { condition, eventually, keyOfComposed } from '../objects.ts'
import { applyPlatform, cluster, composedOf, kubectl, now, untilReady } from './bed.ts'
import { recordedComposition, startRecorder } from './recorder.ts'

/*
 * Rows of docs/crossplane-behaviour.md.
 * How long things live and who notices, as far as the function and its users lean on it: a new version of Crossplane that
 * behaves differently is noticed here first.
 */

let recorder: Awaited<ReturnType<typeof startRecorder>>
const claims: JsonObject[] = []
beforeAll(async () => {
  await applyPlatform()
  recorder = await startRecorder()
  const compositions = ['kubernetes', 'kubernetes', 'aws', 'kubernetes'].map(provider =>
    recordedComposition(`database-${provider}`),
  )
  claims.push(...(await Promise.all(compositions.map(composition => recorder.made(composition)))))
})
afterAll(() => recorder.stop())

const sleep = (seconds: number) => new Promise(resolve => setTimeout(resolve, seconds * 1000))
const finalizers = (object: JsonObject, names: readonly string[]) =>
  cluster.patch(object, { metadata: { finalizers: names } })

describe('a claim that is deleted while something of it takes its time', () => {
  it.each([
    ['background', 'is gone at once: only what is left tells', 0],
    ['foreground', 'stays until all of it is gone, for whoever waits for it', 1],
  ] as const)('in the %s %s', async (cascade, _, number) => {
    const { [number]: claim = {} } = claims
    const namespace = textAt(claim, 'metadata', 'namespace') ?? ''
    const held = (await composedOf(claim)).find(object => keyOfComposed(object) === 'network-policy') ?? {}
    await finalizers(held, ['example.org/slow'])
    await kubectl('delete', 'xdatabase', 'orders', '-n', namespace, `--cascade=${cascade}`, '--wait=false')
    await eventually(async () => expect(textAt(await now(held), 'metadata', 'deletionTimestamp')).toBeDefined(), 60)
    await sleep(2)
    expect(Object.hasOwn(await now(claim), 'metadata')).toBe(cascade === 'foreground')

    await finalizers(held, [])
    await eventually(async () => expect([await now(claim), await now(held)]).toEqual([{}, {}]), 60)
  })
})

describe('connection details', () => {
  it('of a server in a cloud are read and not watched: a new password comes with the server’s next change', async () => {
    const [, , claim = {}] = claims
    const instance = (await composedOf(claim)).find(object => keyOfComposed(object) === 'instance') ?? {}
    const name = textAt(instance, 'spec', 'writeConnectionSecretToRef', 'name') ?? ''
    const details = { apiVersion: 'v1', kind: 'Secret', metadata: { ...objectAt(claim, 'metadata'), name } }
    await sleep(3)
    const before = recorder.callsOf(claim).length
    await cluster.patch(details, { data: { password: 'bmV3' } })
    await sleep(3)
    expect(recorder.callsOf(claim).length).toBe(before)

    await cluster.patch(instance, { metadata: { annotations: { 'example.org/changed': 'yes' } } })
    await eventually(() => {
      const seen = recorder.callsOf(claim).at(-1)?.request.observed?.resources['instance']?.connectionDetails
      expect(String(seen?.['password'])).toBe('new')
    })
    const binding = { ...details, metadata: { ...details.metadata, name: 'orders-conn' } }
    await eventually(async () => expect(textAt(await now(binding), 'data', 'password')).toBe('bmV3'))
  })
})

describe('the definition', () => {
  it('keeps the hints for forms, which Crossplane drops from the CRD without a word', async () => {
    const name = 'xdatabases.platform.roadbed.dev'
    const definition = await cluster.read('apiextensions.crossplane.io/v2', 'CompositeResourceDefinition', name)
    const crd = await cluster.read('apiextensions.k8s.io/v1', 'CustomResourceDefinition', name)
    expect(JSON.stringify(definition?.['spec'])).toContain('"x-ui-order":1')
    expect(JSON.stringify(crd?.['spec'])).not.toContain('x-ui-order')
    expect(JSON.stringify(crd?.['spec'])).toContain("a disk can't shrink")
    expect(condition(definition ?? {}, 'Established')).toMatch(/^True/)
  })
})

describe('a Composition that changes', () => {
  it('is followed by claims at once, and not by one that is pinned to its revision', async () => {
    const [[, , , follows = {}], pinned] = [claims, await recorder.claim()]
    const crossplane = { ...objectAt(pinned, 'spec', 'crossplane'), compositionUpdatePolicy: 'Manual' }
    await cluster.apply({ ...pinned, spec: { ...objectAt(pinned, 'spec'), crossplane } })
    await untilReady(pinned)
    const revision = async (claim: JsonObject) =>
      textAt(await now(claim), 'spec', 'crossplane', 'compositionRevisionRef', 'name')
    const before = await revision(pinned)
    expect(await revision(follows)).toBe(before)
    const composition = {
      apiVersion: 'apiextensions.crossplane.io/v1',
      kind: 'Composition',
      metadata: { name: recordedComposition('database-kubernetes') },
    }
    await cluster.patch(composition, { metadata: { labels: { 'example.org/changed': 'yes' } } })
    await eventually(async () => expect(await revision(follows)).not.toBe(before))
    await sleep(2)
    expect(await revision(pinned)).toBe(before)
  })
})
