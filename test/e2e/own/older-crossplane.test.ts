import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { down } from '../../../control-plane/down.ts'
import { up } from '../../../control-plane/up.ts'
import { crossplaneVersions } from '../../../control-plane/versions.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { platform } from '../../harness/claims.ts'
import { example, examplePlatform } from '../../harness/files.ts'
import { composedOn, nowOn, pinned, untilConditionOn } from '../objects.ts'

const name = 'e2e-older'
const version = crossplaneVersions[1]
const quiet = () => undefined
let cluster: Cluster

const claims = providers.map(provider => {
  const namespace = `older-${provider.toLowerCase()}`
  return { provider, namespace, claim: pinned(example('database', 'minimal'), namespace, provider) }
})

const now = (object: JsonObject) => nowOn(cluster, object)
const composedOf = (claim: JsonObject) => composedOn(cluster, claim)

const kindsOf = async (objects: readonly JsonObject[]) =>
  (await Promise.all(objects.map(now))).flatMap(object => textAt(object, 'kind') ?? [])

const makeIn = async (namespace: string, claim: JsonObject) => {
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  await cluster.apply(claim)
}

const untilReady = (claim: JsonObject) => untilConditionOn(cluster, claim, 'Ready', /^True/, 120)

beforeAll(async () => {
  process.env['XDG_STATE_HOME'] = mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))
  const { kubeconfig } = await up({ name, crossplane: version }, quiet)
  cluster = connect(kubeconfig)
  await cluster.apply(examplePlatform())
  for (const { namespace, claim } of claims) await makeIn(namespace, claim)
})
afterAll(() => down({ name, keepData: false }, quiet))

describe.each(claims)(`with Crossplane ${version}, a claim on $provider`, ({ claim, namespace }) => {
  it('becomes Ready, with its Secret', async () => {
    await untilReady(claim)
    const secret = textAt(await now(claim), 'status', 'binding', 'name') ?? ''
    expect(Object.keys(objectAt(await cluster.read('v1', 'Secret', secret, namespace), 'data'))).toContain('uri')
  })
})

describe(`with Crossplane ${version}, a change of the platform`, () => {
  const claim = pinned(example('database', 'minimal'), 'older-settled', 'AWS')
  const spec = objectAt(examplePlatform(), 'spec')
  const aws = { ...objectAt(spec, 'providers', 'aws'), tags: { 'cost-center': 'changed' } }
  const costCenter = async () => {
    const instance = (await composedOf(claim)).find(object => textAt(object, 'kind') === 'Instance')
    return textAt(instance, 'spec', 'forProvider', 'tags', 'cost-center')
  }

  it('waits for the next call of the function, for what the function asks for is not watched there', async () => {
    await makeIn('older-settled', claim)
    await untilReady(claim)
    // Until nothing moves any more; a minute after that, the function is called anyway.
    await sleep(8000)
    await cluster.apply(platform({ ...spec, providers: { ...objectAt(spec, 'providers'), aws } }))
    await sleep(5000)
    expect(await costCenter()).toBe('4711')
    await cluster.apply({ ...claim, metadata: { ...objectAt(claim, 'metadata'), labels: { touched: 'true' } } })
    await expect.poll(costCenter, { timeout: 10_000 }).toBe('changed')
  })
})

describe.each(claims)(`with Crossplane ${version}, a claim on $provider that is deleted`, ({ claim }) => {
  it('leaves nothing behind', async () => {
    await cluster.apply({ ...claim, spec: { ...objectAt(claim, 'spec'), deletion: { protection: 'Disabled' } } })
    const composed = await composedOf(claim)
    const usages = composed.filter(object => textAt(object, 'kind') === 'Usage')
    await expect.poll(() => kindsOf(usages), { timeout: 60_000 }).toEqual([])
    expect(await cluster.remove(claim)).toBeUndefined()
    await expect.poll(() => kindsOf(composed), { timeout: 90_000, interval: 1000 }).toEqual([])
    expect(await now(claim)).toEqual({})
  })
})
