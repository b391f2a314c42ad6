import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectAt } from '../../../functions/runtime/read.ts'
import { databaseClaim, platform } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { applyPlatform, cluster, kubectl, newNamespace, now, untilCondition, untilReady } from './bed.ts'

const settings = platform({})
const good = objectAt(examplePlatform(), 'spec')
const kubernetes = objectAt(good, 'providers', 'kubernetes')

beforeAll(() => applyPlatform())
afterAll(() => applyPlatform())

describe('XPlatform, in a real Crossplane', () => {
  it('finds everything of the example in order and installed', async () => {
    await untilCondition(settings, 'Valid', /^True /, 60)
    await untilCondition(settings, 'Installed', /^True /, 60)
    expect(await kubectl('get', 'xplatform')).toMatch(
      /VALID\s+INSTALLED[^\n]*\n\S+\s+AWS\s+eu-west-1\s+Development\s+True\s+True/,
    )
  })

  it('says what can’t be meant and what is not installed, and a claim that needs none of it becomes Ready', async () => {
    const providers = {
      ...objectAt(good, 'providers'),
      kubernetes: { ...kubernetes, storage: { snapshotClassName: 'csi' } },
    }
    const classes = { sizes: [{ name: 'huge', cpu: '8', memory: '32Gi', aws: 'db.m7g.8xlargee' }] }
    await applyPlatform({ ...good, providers, classes })
    await untilCondition(settings, 'Valid', /^False UnknownMachine: .*classes\.sizes\[huge\]\.aws/, 60)
    await untilCondition(settings, 'Installed', /^False NotInstalled: .*VolumeSnapshot is not in this cluster/, 60)
    const claim = databaseClaim({ placement: { provider: 'GCP' } }, { namespace: await newNamespace('beside') })
    await cluster.apply(claim)
    await untilReady(claim, 120)
  })

  it('says so no more when it is mended, and then writes nothing', async () => {
    await applyPlatform()
    await untilCondition(settings, 'Valid', /^True /, 60)
    await untilCondition(settings, 'Installed', /^True /, 60)
    await new Promise(resolve => setTimeout(resolve, 2000))
    const before = await now(settings)
    await new Promise(resolve => setTimeout(resolve, 5000))
    expect(objectAt(await now(settings), 'metadata')['resourceVersion']).toBe(
      objectAt(before, 'metadata')['resourceVersion'],
    )
  })
})
