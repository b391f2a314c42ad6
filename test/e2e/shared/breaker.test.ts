import { beforeAll, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import { readSettings } from '../../../control-plane/state.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { pinned } from '../objects.ts'
import { applyPlatform, cluster, controlPlane, folders, newNamespace, untilReady } from './bed.ts'
import { breakerOpens } from '../metrics.ts'

const opens = () => breakerOpens(readSettings(folders, controlPlane))

beforeAll(() => applyPlatform())

/**
 * The stand-in providers write eight times per object, in a hundredth of the time that real ones take; the breaker's bucket fills
 * a hundred times as fast, so that what is counted is what a cluster counts.
 */
it('stays closed for every example on every provider, or provisioning stalls for minutes', async () => {
  const before = await opens()
  const claims = await Promise.all(
    exampleNames('database').flatMap(name =>
      providers.map(async provider =>
        pinned(example('database', name), await newNamespace(`breaker-${name}`), provider),
      ),
    ),
  )
  for (const claim of claims) await cluster.apply(claim)
  for (const claim of claims) await untilReady(claim, 120)
  expect(await opens()).toBe(before)
})
