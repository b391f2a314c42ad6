import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../control-plane/state.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { breakerOpens } from '../metrics.ts'
import { controlPlane, folders, untilReady } from './bed.ts'

/**
 * For claims in namespaces in which nobody hurries: the stand-in providers write eight times per object, in a two-hundredth of the time
 * that real ones take; the breaker's bucket fills as much faster, so that what is counted is what a cluster counts.
 */
export const breakerStaysClosed = async (
  plural: Parameters<typeof breakerOpens>[1],
  claims: readonly JsonObject[],
): Promise<void> => {
  const opens = () => breakerOpens(readSettings(folders, controlPlane), plural)
  // Before any of them is there.
  const before = await opens()
  describe('Crossplane’s circuit breaker', () => {
    it(`has stayed closed for every example of ${plural}, or provisioning stalls for minutes`, async () => {
      for (const claim of claims) await untilReady(claim, 120)
      expect(await opens()).toBe(before)
    })
  })
}
