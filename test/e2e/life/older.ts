import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import { crossplaneVersions } from '../../../control-plane/versions.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { example, examplePlatform } from '../../harness/files.ts'
import { composedOn, nowOn, pinned } from '../objects.ts'
import { cluster, makeNamespace } from './plane.ts'
import { costCenterOf, settled, tagWith, untilReady } from './settled.ts'

/** The one before the newest: a smoke test. */
export const older = crossplaneVersions[1]

const claims = providers.map(provider => {
  const namespace = `older-${provider.toLowerCase()}`
  return { provider, namespace, claim: pinned(example('database', 'minimal'), namespace, provider) }
})

const now = (object: JsonObject) => nowOn(cluster(), object)

const kindsOf = async (objects: readonly JsonObject[]) =>
  (await Promise.all(objects.map(now))).flatMap(object => textAt(object, 'kind') ?? [])

export const runsOlderCrossplane = () =>
  describe(`with Crossplane ${older}`, () => {
    beforeAll(async () => {
      await cluster().apply(examplePlatform())
      for (const claim of [settled, ...claims.map(each => each.claim)]) {
        await makeNamespace(textAt(claim, 'metadata', 'namespace') ?? '')
        await cluster().apply(claim)
      }
    })

    it.each(claims)('has a claim on $provider become Ready, with its Secret', async ({ claim, namespace }) => {
      await untilReady(claim)
      const secret = textAt(await now(claim), 'status', 'binding', 'name') ?? ''
      expect(Object.keys(objectAt(await cluster().read('v1', 'Secret', secret, namespace), 'data'))).toContain('uri')
    })

    it.concurrent.each(claims)('leaves nothing behind of a claim on $provider that is deleted', async ({ claim }) => {
      await cluster().apply({ ...claim, spec: { ...objectAt(claim, 'spec'), deletion: { protection: 'Disabled' } } })
      const composed = await composedOn(cluster(), claim)
      const usages = composed.filter(object => textAt(object, 'kind') === 'Usage')
      await expect.poll(() => kindsOf(usages), { timeout: 60_000 }).toEqual([])
      expect(await cluster().remove(claim)).toBeUndefined()
      await expect.poll(() => kindsOf(composed), { timeout: 90_000, interval: 500 }).toEqual([])
      expect(await now(claim)).toEqual({})
    })

    it('tells a claim of a changed platform only with its next call: what the function asks for is not watched', async () => {
      await tagWith('4711')
      await untilReady(settled)
      // Until nothing moves any more; a minute after that, the function is called anyway.
      await sleep(8000)
      await tagWith('4712')
      await sleep(5000)
      expect(await costCenterOf(settled)).toBe('4711')
      await cluster().apply({ ...settled, metadata: { ...objectAt(settled, 'metadata'), labels: { touched: 'true' } } })
      await expect.poll(() => costCenterOf(settled), { timeout: 10_000 }).toBe('4712')
    })
  })
