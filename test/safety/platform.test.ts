import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, steps, textAt, withAt } from '../../functions/runtime/read.ts'
import { observeComposed } from '../../simulator/core/observe.ts'
import { databaseClaim, platform } from '../harness/claims.ts'
import { examplePlatform } from '../harness/files.ts'
import { convergeClaim, type Bed } from '../harness/plane.ts'

const composed = ({ plane }: Bed, ref: Parameters<Bed['converge']>[0]) =>
  observeComposed(plane.api, plane.api.get(ref) ?? {})

const provided = (bed: Bed, ref: Parameters<Bed['converge']>[0], key: string, ...path: string[]) =>
  textAt(composed(bed, ref).get(key)?.resource, 'spec', 'forProvider', ...path)

const without = (spec: JsonObject, provider: string): JsonObject => {
  const { [provider]: _gone, ...providers } = objectAt(spec, 'providers')
  return { ...spec, providers }
}

/** What a platform team changes reaches existing claims without moving, replacing or losing their data. */
describe('a platform that changes under a database', () => {
  it.each(['aws', 'gcp', 'azure'])(
    'and no longer describes %s: the claim is refused and nothing is deleted',
    async provider => {
      const name = { aws: 'AWS', gcp: 'GCP', azure: 'Azure' }[provider] ?? ''
      const bed = await convergeClaim(databaseClaim(), { provider: name })
      const before = [...composed(bed, bed.ref).keys()]
      bed.plane.claim(platform(without(objectAt(examplePlatform(), 'spec'), provider)))
      const { outcome, last } = await bed.converge(bed.ref)
      expect(outcome).toBe('refused')
      expect(last.error).toMatch(/\[ProviderNotConfigured\]/)
      expect([...composed(bed, bed.ref).keys()]).toEqual(before)
    },
  )

  it('and is deleted: the claim is refused, and does not start again in the cluster', async () => {
    const bed = await convergeClaim(databaseClaim(), {})
    bed.plane.api.delete({ apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XPlatform', name: 'default' })
    const { outcome, last } = await bed.converge(bed.ref)
    expect(outcome).toBe('refused')
    expect(last.error).toMatch(/\[ProviderNotConfigured\]/)
    expect([...composed(bed, bed.ref).keys()]).toContain('instance')
  })

  it('and sends new claims elsewhere: this one stays where its data is', async () => {
    const bed = await convergeClaim(databaseClaim(), {})
    bed.plane.claim(withAt(examplePlatform(), steps('spec.defaultPlacement'), { provider: 'GCP' }))
    const { outcome, composite } = await bed.converge(bed.ref)
    expect(outcome).toBe('ready')
    expect(objectAt(composite, 'status', 'placement')).toEqual({ provider: 'AWS', region: 'eu-west-1' })
  })

  it('and registers another key: the disk keeps the one that it is encrypted with', async () => {
    const bed = await convergeClaim(databaseClaim({ encryption: { atRest: 'CustomerManaged' } }), { provider: 'GCP' })
    const key = provided(bed, bed.ref, 'instance', 'encryptionKeyName')
    const regions = [
      {
        name: 'europe-west1',
        encryptionKey: 'projects/acme/another',
        network: { network: 'projects/acme/global/networks/another' },
      },
    ]
    bed.plane.claim(withAt(examplePlatform(), steps('spec.providers.gcp.regions'), regions))
    expect((await bed.converge(bed.ref)).outcome).toBe('ready')
    expect(provided(bed, bed.ref, 'instance', 'encryptionKeyName')).toBe(key)
    expect(provided(bed, bed.ref, 'instance', 'settings', 'ipConfiguration', 'privateNetwork')).toBe(
      'projects/acme-data/global/networks/main',
    )
  })

  it('and makes its classes smaller: no disk shrinks', async () => {
    const bed = await convergeClaim(databaseClaim({ size: 'medium' }), { provider: 'AWS' })
    const sizes = [{ name: 'medium', cpu: '1', memory: '1Gi', storage: '10Gi', aws: 'db.t4g.micro' }]
    bed.plane.claim(withAt(examplePlatform(), steps('spec.classes'), { sizes }))
    expect((await bed.converge(bed.ref)).outcome).toBe('ready')
    expect(composed(bed, bed.ref).get('instance')?.resource).toMatchObject({
      spec: { forProvider: { allocatedStorage: 50 } },
    })
  })

  it('and turns it into a Production one: it gets protection and a standby, and nothing is replaced', async () => {
    const bed = await convergeClaim(databaseClaim({ size: 'medium' }), { provider: 'AWS' })
    const uid = () => textAt(composed(bed, bed.ref).get('instance')?.resource, 'metadata', 'uid')
    const before = uid()
    bed.plane.claim(withAt(examplePlatform(), steps('spec.environmentType'), 'Production'))
    const { outcome } = await bed.converge(bed.ref)
    expect(outcome).toBe('ready')
    expect(uid()).toBe(before)
    expect(composed(bed, bed.ref).get('instance')?.resource).toMatchObject({
      spec: { forProvider: { multiAz: true, deletionProtection: true, skipFinalSnapshot: false } },
    })
    expect(composed(bed, bed.ref).has('protection')).toBe(true)
  })
})
