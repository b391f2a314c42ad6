import { beforeAll, describe, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { numberAt, textAt } from '../../../functions/runtime/read.ts'
import { condition, eventually, nowOn, pinned, uidsOn, untilAtRestOn, untilConditionOn } from '../objects.ts'
import { hurried } from '../pace.ts'
import { watchUnreadyOn } from '../unready.ts'
import { changes, sentOn } from '../changes.ts'
import { after, before, cluster, makeNamespace, upWith } from './plane.ts'
import { sameGolden } from './releases.ts'

const golden = await sameGolden(before)
const claims = providers.map(provider =>
  pinned(before.example('database/production'), provider.toLowerCase(), provider),
)

/** Which revision of each package is active, and from which image. */
const activeRevisions = async () => {
  const kinds = ['FunctionRevision', 'ConfigurationRevision']
  const all = await Promise.all(kinds.map(kind => cluster().list('pkg.crossplane.io/v1', kind)))
  const active = all.flatMap(({ items }) => items).filter(item => textAt(item, 'spec', 'desiredState') === 'Active')
  return active.map(item => ({ name: textAt(item, 'metadata', 'name'), image: textAt(item, 'spec', 'image') ?? '' }))
}

const states = () =>
  Promise.all(
    claims.map(async claim => ({ uids: await uidsOn(cluster(), claim), sent: await sentOn(cluster(), claim) })),
  )

export const upgrades = () =>
  describe(`upgraded from ${before.tag} (${before.what}) to ${after.tag}`, () => {
    beforeAll(async () => {
      await upWith(before, hurried)
      await cluster().apply(before.example('platform/default'))
      for (const provider of providers) await makeNamespace(provider.toLowerCase())
      for (const claim of claims) await cluster().apply(claim)
      for (const claim of claims) await untilConditionOn(cluster(), claim, 'Ready', /^True/)
      await untilAtRestOn(cluster(), claims)
    })

    it('replaces the revisions, and costs no claim its readiness and no resource its life', async () => {
      const [revisions, earlier] = [await activeRevisions(), await states()]
      const stopWatching = await watchUnreadyOn(cluster())

      await upWith(after)
      await eventually(async () => {
        const images = (await activeRevisions()).map(({ image }) => image.split(':').at(-1))
        expect(images).toEqual([after.tag, after.tag])
      }, 60)
      const names = (await activeRevisions()).map(revision => revision.name)
      expect(names.filter(revision => revisions.some(earlierOne => earlierOne.name === revision))).toEqual([])
      // Every claim is asked for again by the new function: an edit that changes nothing but its generation.
      for (const claim of claims) await cluster().patch(claim, { metadata: { annotations: { upgraded: after.tag } } })
      for (const claim of claims) await untilFollowed(claim)
      const unready = await stopWatching()

      const later = await states()
      expect(later.map(({ uids }) => uids)).toEqual(earlier.map(({ uids }) => uids))
      expect(unready).toEqual([])
      if (golden)
        expect(later.map(({ sent }, index) => changes(earlier[index]?.sent ?? {}, sent))).toEqual(claims.map(() => []))
    })
  })

/** Until the claim follows the newest revision of its Composition. */
const untilFollowed = (claim: (typeof claims)[number]) =>
  eventually(async () => {
    const { items } = await cluster().list('apiextensions.crossplane.io/v1', 'CompositionRevision')
    const followed = textAt(await nowOn(cluster(), claim), 'spec', 'crossplane', 'compositionRevisionRef', 'name')
    const composition = textAt(await nowOn(cluster(), claim), 'spec', 'crossplane', 'compositionRef', 'name') ?? ''
    const newest = items
      .filter(item => textAt(item, 'metadata', 'labels', 'crossplane.io/composition-name') === composition)
      .toSorted((left, right) => revisionOf(right) - revisionOf(left))[0]
    expect(followed).toBe(textAt(newest, 'metadata', 'name'))
    expect(condition(await nowOn(cluster(), claim), 'Synced')).toMatch(/^True/)
  })

const revisionOf = (item: JsonObject): number => numberAt(item, 'spec', 'revision') ?? 0
