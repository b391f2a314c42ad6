import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { providerCrds } from '../../../control-plane/crds/provider-crds.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim, platform } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { eventually, untilAtRestOn } from '../objects.ts'
import { applyPlatform, cluster, kubectl, newNamespace, now, untilCondition, untilReady } from '../shared/bed.ts'
import { changePlatform } from './change-platform.ts'

const settings = platform({})
const good = objectAt(examplePlatform(), 'spec')

/**
 * A kind that no claim here needs, of a group that has others: once the last kind of a group is taken away, the API server goes on naming
 * the group, and Crossplane can't read what it is told of it (2.4.0).
 */
const servers =
  providerCrds(undefined)
    .read()
    .find(each => textAt(each, 'metadata', 'name') === 'flexibleservers.dbforpostgresql.azure.m.upbound.io') ?? {}

beforeAll(() => applyPlatform())
afterAll(async () => {
  await cluster.apply(servers)
  await applyPlatform()
})

describe('XPlatform, in a real Crossplane', () => {
  it('finds everything of the example in order and installed', async () => {
    await untilCondition(settings, 'Valid', /^True /, 60)
    await untilCondition(settings, 'Installed', /^True /, 60)
    expect(await kubectl('get', 'xplatform')).toMatch(
      /VALID\s+INSTALLED[^\n]*\n\S+\s+AWS\s+eu-west-1\s+Development\s+True\s+True/,
    )
  })

  it('says what can’t be meant and what is not installed, and a claim that needs none of it becomes Ready', async () => {
    const classes = { sizes: [{ name: 'huge', cpu: '8', memory: '32Gi', aws: 'db.m7g.8xlargee' }] }
    expect(await cluster.remove(servers)).toBeUndefined()
    await eventually(async () => expect(await now(servers)).toEqual({}), 30)
    await changePlatform({ ...good, classes })
    await untilCondition(settings, 'Valid', /^False UnknownMachine: .*classes\.sizes\[huge\]\.aws/, 60)
    await untilCondition(settings, 'Installed', /^False NotInstalled: .*FlexibleServer is not in this cluster/, 60)
    const claim = databaseClaim({ placement: { provider: 'GCP' } }, { namespace: await newNamespace('beside') })
    await cluster.apply(claim)
    await untilReady(claim, 120)
  })

  it('notices what is installed meanwhile, says no more when all is mended, and then writes nothing', async () => {
    await cluster.apply(servers)
    // Nobody tells; it looks again.
    await untilCondition(settings, 'Installed', /^True /, 90)
    await applyPlatform()
    await untilCondition(settings, 'Valid', /^True /, 60)
    await untilCondition(settings, 'Installed', /^True /, 60)
    await untilAtRestOn(cluster, [settings])
    const before = await now(settings)
    await new Promise(resolve => setTimeout(resolve, 5000))
    expect(objectAt(await now(settings), 'metadata')['resourceVersion']).toBe(
      objectAt(before, 'metadata')['resourceVersion'],
    )
  })
})
