import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { composedObjects } from '../../cli/render/session.ts'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim, environmentClaim, platform } from '../harness/claims.ts'
import { examplePlatform } from '../harness/files.ts'
import { bed } from '../harness/plane.ts'

const { kubernetes: _cluster, ...clouds } = objectAt(examplePlatform(), 'spec', 'providers')
const policy = objectAt(examplePlatform(), 'spec', 'policy')

const exposed = {
  size: 'medium',
  network: { exposure: 'Public', allowedCidrs: [{ name: 'office', cidr: '10.1.0.0/16' }] },
  encryption: { atRest: 'CustomerManaged' },
}

/** What a database comes to whose accounts the platform describes, or its environment. */
const composedWith = async (settings: JsonObject, own: JsonObject, provider: string, spec: JsonObject) => {
  const { plane, claim, converge } = bed({ platform: platform({ policy, ...settings }) })
  await converge(claim(environmentClaim({ placement: { provider }, ...own })))
  const ref = claim(databaseClaim(spec, { namespace: 'shop' }))
  const { outcome, last } = await converge(ref)
  const specs = composedObjects({ plane, ref }).map(object => [object['kind'], object['spec'] ?? {}])
  return { outcome, fatal: last.pipeline?.fatal, specs, placement: objectAt(plane.api.get(ref), 'status', 'placement') }
}

describe('an account of an environment’s own', () => {
  it.each(providers.filter(provider => provider !== 'Kubernetes'))(
    'on %s is used as the platform’s is, in every field: a database differs in nothing',
    async provider => {
      for (const spec of [{}, exposed]) {
        const [theirs, own] = [
          await composedWith({ providers: clouds }, {}, provider, spec),
          await composedWith({}, { providers: clouds }, provider, spec),
        ]
        expect([theirs.outcome, own.outcome]).toEqual(['ready', 'ready'])
        expect(own.specs).toEqual(theirs.specs)
        expect([theirs.placement['account'], own.placement['account']]).toEqual([undefined, 'Environment'])
      }
    },
  )

  it('is found by a claim that the platform alone could not place: it is not refused before its environment is known', async () => {
    const { plane, claim, converge } = bed({ platform: platform({}) })
    await converge(claim(environmentClaim({ providers: clouds })))
    const ref = claim(databaseClaim({ placement: { provider: 'GCP' } }, { namespace: 'shop' }))
    expect(await converge(ref)).toMatchObject({ outcome: 'ready' })
    expect(textAt(plane.api.get(ref), 'status', 'placement', 'provider')).toBe('GCP')
  })

  it('is not taken by a database that is there already, and not left by one that was made in it', async () => {
    const other = (name: string) => ({
      aws: { ...objectAt(clouds, 'aws'), providerConfigRef: { kind: 'ClusterProviderConfig', name } },
    })
    const { plane, claim, converge } = bed({ platform: platform({ providers: other('platform') }) })
    const environment = (own: JsonObject) => environmentClaim({ placement: { provider: 'AWS' }, ...own })
    const configs = async (name: string) => {
      const ref = claim(databaseClaim({}, { name, namespace: 'shop' }))
      const { outcome, last } = await converge(ref)
      const used = composedObjects({ plane, ref }).flatMap(
        each => textAt(each, 'spec', 'providerConfigRef', 'name') ?? [],
      )
      return { outcome, fatal: last.pipeline?.fatal, used: [...new Set(used)] }
    }
    await converge(claim(environment({})))
    expect(await configs('old')).toMatchObject({ outcome: 'ready', used: ['platform'] })
    await converge(claim(environment({ providers: other('own') })))
    expect(await configs('old')).toMatchObject({ outcome: 'ready', used: ['platform'] })
    expect(await configs('new')).toMatchObject({ outcome: 'ready', used: ['own'] })
    claim(environment({}))
    expect(await configs('new')).toMatchObject({
      outcome: 'refused',
      fatal: expect.stringContaining('XEnvironment/shop spec.providers.aws: AWS is not described') as string,
      used: ['own'],
    })
  })

  it('that is described badly is told to whoever wrote it, not to a developer', async () => {
    const { plane, claim, converge } = bed({ platform: platform({}) })
    const aws = {
      regions: listAt(clouds, 'aws', 'regions')
        .filter(isObject)
        .map(({ name }) => ({ name: name ?? '' })),
    }
    const ref = claim(environmentClaim({ providers: { aws } }))
    const { last } = await converge(ref)
    expect(last.pipeline?.fatal).toMatch(
      /XEnvironment\/shop spec\.providers\.aws\.regions\[eu-west-1\]\.network: .* \[MissingPlatformFact\]$/,
    )
    expect(plane.api.list().map(({ kind }) => kind)).not.toContain('Namespace')
  })
})
