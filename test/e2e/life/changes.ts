import { describe, expect, it } from 'vitest'
import { running } from '../../../control-plane/processes/record.ts'
import { crossplaneVersions } from '../../../control-plane/versions.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { numberAt, textAt } from '../../../functions/runtime/read.ts'
import { conditionOf, eventually, nowOn, uidsOn, untilAtRestOn } from '../objects.ts'
import { watchUnreadyOn } from '../unready.ts'
import { cluster, folders, upAgain } from './plane.ts'
import { costCenterOf, settled, tagWith, untilReady } from './settled.ts'

const [newest] = crossplaneVersions

export const changesCrossplane = () =>
  describe(`that gets Crossplane ${newest}`, () => {
    it('runs it, and no claim loses its readiness and no resource its life', async () => {
      await untilReady(settled)
      await untilAtRestOn(cluster(), [settled])
      const before = await uidsOn(cluster(), settled)
      const stopWatching = await watchUnreadyOn(cluster())
      expect(await upAgain({ crossplane: newest })).toMatchObject({ already: false, crossplane: newest })
      expect(running(folders, 'crossplane')?.command).toContain(`crossplane-${newest}-`)
      // What it is anyway: core has to go through the claim, and nothing that it is made of changes.
      const size = textAt(await nowOn(cluster(), settled), 'status', 'effective', 'size') ?? ''
      await cluster().patch(settled, { spec: { size } })
      await eventually(async () => expect(await isSeen(settled)).toBe(true))
      const unready = await stopWatching()
      expect(unready).toEqual([])
      // Now they do change, and are not ready until their provider has seen it.
      await tagWith('4713')
      await expect.poll(() => costCenterOf(settled), { timeout: 30_000 }).toBe('4713')
      await untilReady(settled)
      expect(await uidsOn(cluster(), settled)).toEqual(before)
    })
  })

/** Whether core has gone through a claim as it is now. */
const isSeen = async (claim: JsonObject): Promise<boolean> => {
  const object = await nowOn(cluster(), claim)
  return numberAt(conditionOf(object, 'Ready'), 'observedGeneration') === numberAt(object, 'metadata', 'generation')
}
