import { describe, expect, it } from 'vitest'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { observeComposed } from '../../simulator/core/observe.ts'
import { databaseClaim, environmentClaim } from '../harness/claims.ts'
import { bed, type Bed } from '../harness/plane.ts'

const instance = ({ plane }: Bed, ref: Parameters<Bed['converge']>[0]) =>
  observeComposed(plane.api, plane.api.get(ref) ?? {}).get('instance')?.resource

/** A developer's database in a namespace, with or without an XEnvironment of that name. */
const databaseIn = async (environment?: object) => {
  const made = bed({ provider: 'AWS' })
  if (environment) await made.converge(made.claim(environmentClaim({ ...environment })))
  const ref = made.claim(databaseClaim({ size: 'medium' }, { namespace: 'shop' }))
  await made.converge(ref)
  return { made, ref }
}

describe('a database in an environment', () => {
  it('has its defaults, whoever made the database, and says what it counts as', async () => {
    const { made, ref } = await databaseIn({ type: 'Production' })
    expect(instance(made, ref)).toMatchObject({ spec: { forProvider: { multiAz: true, deletionProtection: true } } })
    expect(textAt(made.plane.api.get(ref), 'status', 'effective', 'environment')).toBe('Production')
  })

  it('has the platform’s where there is none', async () => {
    const { made, ref } = await databaseIn()
    expect(instance(made, ref)).toMatchObject({ spec: { forProvider: { multiAz: false } } })
    expect(textAt(made.plane.api.get(ref), 'status', 'effective', 'environment')).toBe('Development')
  })

  it('keeps its own word', async () => {
    const made = bed({ provider: 'AWS' })
    await made.converge(made.claim(environmentClaim({ type: 'Production' })))
    const own = { size: 'medium', availability: 'SingleZone', deletion: { protection: 'Disabled' } }
    const ref = made.claim(databaseClaim(own, { namespace: 'shop' }))
    await made.converge(ref)
    expect(instance(made, ref)).toMatchObject({ spec: { forProvider: { multiAz: false, deletionProtection: false } } })
  })

  it('of another name has none of it: a namespace next door says nothing', async () => {
    const made = bed({ provider: 'AWS' })
    await made.converge(made.claim(environmentClaim({ type: 'Production' })))
    const ref = made.claim(databaseClaim({ size: 'medium' }, { namespace: 'blog' }))
    await made.converge(ref)
    expect(instance(made, ref)).toMatchObject({ spec: { forProvider: { multiAz: false } } })
  })

  it('is replaced by nothing when its environment becomes another one', async () => {
    const { made, ref } = await databaseIn({ type: 'Development' })
    const before = textAt(instance(made, ref), 'metadata', 'uid')
    made.claim(environmentClaim({ type: 'Production' }))
    expect((await made.converge(ref)).outcome).toBe('ready')
    expect(textAt(instance(made, ref), 'metadata', 'uid')).toBe(before)
    expect(objectAt(instance(made, ref), 'spec', 'forProvider')).toMatchObject({ deletionProtection: true })
  })

  it('keeps its protection when the environment is not fetched for one pass', async () => {
    let blind = false
    const made = bed({
      provider: 'AWS',
      tamper: request => {
        const { environment: _gone, ...others } = request.requiredResources
        return blind ? { ...request, requiredResources: others } : request
      },
    })
    await made.converge(made.claim(environmentClaim({ type: 'Production' })))
    const ref = made.claim(databaseClaim({ size: 'medium' }, { namespace: 'shop' }))
    await made.converge(ref)
    blind = true
    await made.plane.reconcile(ref)
    expect(instance(made, ref)).toMatchObject({ spec: { forProvider: { multiAz: true, deletionProtection: true } } })
  })
})
