import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { refOf } from '../../../simulator/api/object.ts'
import { resourceRefs } from '../../../simulator/core/observe.ts'
import { databaseClaim, platform } from '../../harness/claims.ts'
import { invalidPolicy, misfitPolicy, namespace, secret, secretRef, validPolicy } from '../fixtures.ts'
import { scripted, type ScriptedBed } from '../scripted.ts'

/** What exists beside the claim, by kind and name. */
const composed = ({ plane, ref }: ScriptedBed) =>
  plane.api
    .list()
    .filter(object => object['kind'] !== ref.kind)
    .map(object => `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}`)
    .toSorted()

const nope: JsonObject = { apiVersion: 'nope.example.org/v1', kind: 'Nope' }
const held = { finalizers: ['example.org/hold'] }

describe('what is observed and not desired any more', () => {
  it('is deleted before anything is applied, or the guard is tested against a kinder world', async () => {
    const bed = scripted()
    await bed.pass({ resources: { a: secret({}, 'a'), c: secret({}, 'c') } })
    const writes: string[] = []
    bed.plane.api.watch(({ type, object }) => {
      if (object['kind'] === 'Secret') writes.push(`${type} ${textAt(object, 'metadata', 'name')}`)
    })
    const pass = await bed.pass({ resources: { b: secret({}, 'b'), c: secret({ x: 'YQ==' }, 'c') } })
    expect(pass.deleted).toEqual(['a'])
    expect(writes[0]).toBe('DELETED a')
    expect(writes.slice(1).toSorted()).toEqual(['ADDED b', 'MODIFIED c'])
  })

  it('is gone even when an apply fails after it, or a typing error beside a rename looks harmless', async () => {
    const bed = scripted()
    await bed.pass({ resources: { a: secret({}, 'a'), b: secret({}, 'b') } })
    await bed.pass({ resources: { b: secret({}, 'b'), bad: misfitPolicy } })
    expect(composed(bed)).toEqual(['Secret b'])
  })

  it('leaves the composite at once though a finalizer holds it, or Ready waits for a deletion', async () => {
    const bed = scripted()
    await bed.pass({ resources: { a: secret({}, 'a') } })
    const live = bed.plane.api.get(secretRef('a')) ?? {}
    bed.plane.api.update({ ...live, metadata: { ...objectAt(live, 'metadata'), ...held } }, 'provider')
    await bed.pass({})
    expect([resourceRefs(bed.composite()), bed.condition('Ready')?.['status']]).toEqual([[], 'True'])
    await bed.pass({ resources: { a: secret({}, 'a') } })
    expect(Object.keys(bed.requests.at(-1)?.observed?.resources ?? {})).toEqual([])
    expect(bed.condition('Synced')?.['status']).toBe('True')
    const { finalizers: _held, ...released } = objectAt(bed.plane.api.get(secretRef('a')), 'metadata')
    bed.plane.api.update({ ...secret({}, 'a'), metadata: released }, 'provider')
    expect(composed(bed)).toEqual([])
    await bed.pass({ resources: { a: secret({}, 'a') } })
    expect(textAt(bed.plane.api.get(secretRef('a')), 'metadata', 'deletionTimestamp')).toBeUndefined()
    expect(composed(bed)).toEqual(['Secret a'])
  })

  it('aborts the pass where something uses it, or the order of a deletion is tested against a kinder world', async () => {
    const bed = scripted()
    await bed.pass({ resources: { a: secret({}, 'a') } })
    const live = bed.plane.api.get(secretRef('a')) ?? {}
    const labels = { ...objectAt(live, 'metadata', 'labels'), 'crossplane.io/in-use': 'true' }
    bed.plane.api.update({ ...live, metadata: { ...objectAt(live, 'metadata'), labels } }, 'crossplane usage')
    const pass = await bed.pass({ resources: { b: secret({}, 'b') } })
    expect(pass.error).toMatch(/cannot garbage collect composed resource "a": .* denied the request: .* in-use/)
    expect(composed(bed)).toEqual(['Secret a'])
  })

  it('is told by its key: the same key with another kind leaks the old object until the claim goes', async () => {
    const bed = scripted()
    await bed.pass({ resources: { a: secret({}, 'a') } })
    const pass = await bed.pass({ resources: { a: validPolicy } })
    expect(pass.deleted).toEqual([])
    expect(composed(bed)).toEqual(['NetworkPolicy a', 'Secret a'])
    expect(resourceRefs(bed.composite()).map(({ kind }) => kind)).toEqual(['NetworkPolicy'])
    bed.plane.api.delete(bed.ref)
    await bed.pass({})
    expect(composed(bed)).toEqual([])
  })
})

describe('the name of a composed object', () => {
  it('is the observed one, whatever the function says later, or a rename deletes a database', async () => {
    const bed = scripted()
    await bed.pass({ resources: { a: secret({}, 'old') } })
    await bed.pass({ resources: { a: secret({ x: 'YQ==' }, 'new') } })
    expect(composed(bed)).toEqual(['Secret old'])
    expect(bed.plane.api.get(secretRef('old'))).toMatchObject({ data: { x: 'YQ==' } })
  })

  it('is made from the claim’s name, its UID and the key when the function gives none, as core does', async () => {
    for (const name of ['orders', 'x'.repeat(63)]) {
      const bed = scripted({ claim: databaseClaim({}, { name }) })
      await bed.pass({ resources: { key: secret() } })
      const uid = textAt(bed.composite(), 'metadata', 'uid')
      const hash = createHash('sha256').update(`${uid}key`).digest('hex').slice(0, 12)
      expect(composed(bed)).toEqual([`Secret ${name.slice(0, 50)}-${hash}`])
    }
  })

  it('is in the claim’s namespace with core’s marks, or one team’s claim writes into another’s', async () => {
    const bed = scripted()
    const metadata = { name: 'a', namespace: 'default', labels: { mine: 'x' }, annotations: { mine: 'y' } }
    await bed.pass({ resources: { key: { ...secret(), metadata } } })
    const object = bed.plane.api.get(secretRef('a'))
    expect(objectAt(object, 'metadata', 'labels')).toEqual({ mine: 'x', 'crossplane.io/composite': 'orders' })
    expect(objectAt(object, 'metadata', 'annotations')).toEqual({
      mine: 'y',
      'crossplane.io/composition-resource-name': 'key',
    })
    const { apiVersion, kind, name } = bed.ref
    const uid = textAt(bed.composite(), 'metadata', 'uid')
    expect(objectAt(object, 'metadata')['ownerReferences']).toEqual([
      { apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true },
    ])
    expect(resourceRefs(bed.composite())).toEqual([{ ...refOf(object ?? {}) }])
  })
})

describe('an object of that name that exists already', () => {
  const stranger = (metadata: JsonObject): JsonObject => ({
    ...secret({ theirs: 'YQ==' }),
    metadata: { name: 'a', namespace, ...metadata },
  })

  it('is adopted silently when nobody controls it, or a clash of names looks harmless', async () => {
    const bed = scripted()
    bed.plane.api.apply(stranger({}), 'somebody')
    await bed.pass({ resources: { key: secret({ ours: 'YQ==' }, 'a') } })
    expect(bed.plane.api.get(secretRef('a'))?.['data']).toEqual({ theirs: 'YQ==', ours: 'YQ==' })
    expect(bed.condition('Synced')?.['status']).toBe('True')
    bed.plane.api.delete(bed.ref)
    await bed.pass({})
    expect(composed(bed)).toEqual([])
  })

  it('is left alone when somebody controls it, or two claims fight for one object', async () => {
    const bed = scripted()
    const owner = { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'other', controller: true }
    bed.plane.api.apply(stranger({ ownerReferences: [owner] }), 'somebody')
    await bed.pass({ resources: { key: secret({ ours: 'YQ==' }, 'a'), other: secret({}, 'b') } })
    expect(bed.plane.api.get(secretRef('a'))?.['data']).toEqual({ theirs: 'YQ==' })
    expect(bed.plane.api.get(secretRef('b'))).toBeDefined()
    expect(bed.condition('Synced')).toMatchObject({ status: 'False', message: 'Unsynced resources: key' })
    expect(bed.condition('Ready')).toMatchObject({ status: 'True' })
    expect(bed.plane.events.map(({ message }) => message)).toEqual([
      expect.stringContaining('Only one reference can have Controller set to true'),
    ])
  })
})

describe('a resource that the API server refuses', () => {
  it('with a 422 is left out and the others are applied: Synced is False and Ready may be True', async () => {
    const bed = scripted()
    const resources = { worse: invalidPolicy, bad: invalidPolicy, a: secret({}, 'a'), z: secret({}, 'z') }
    const pass = await bed.pass({ resources })
    expect(composed(bed)).toEqual(['Secret a', 'Secret z'])
    const synced = { reason: 'ReconcileError', message: 'Unsynced resources: bad, worse' }
    for (let again = 0; again < 4; again++) {
      expect(bed.condition('Synced')).toMatchObject(synced)
      await bed.pass({ resources })
    }
    expect(bed.condition('Ready')).toMatchObject({ status: 'True' })
    expect(pass.error).toBeUndefined()
    expect(bed.plane.events[0]?.message).toMatch(/^cannot apply composed resource "\w+": NetworkPolicy "orders-\w+" is/)
  })

  it('as a misfit aborts in the middle: what came before it in a random order is applied', async () => {
    const counts = new Set<number>()
    for (let seed = 1; seed <= 12; seed++) {
      const bed = scripted({ seed })
      const pass = await bed.pass({ resources: { bad: misfitPolicy, a: secret(), b: secret() } })
      expect(pass.error).toMatch(
        /^cannot compose resources: cannot apply composed resource "bad": failed to create typed/,
      )
      expect(bed.condition('Synced')).toMatchObject({ status: 'False', message: pass.error })
      expect(bed.condition('Ready')).toBeUndefined()
      counts.add(composed(bed).length)
    }
    expect([...counts].toSorted()).toEqual([0, 1, 2])
  })

  it('leaves nothing behind that the claim does not know of, or what was applied before leaks', async () => {
    const bed = scripted()
    await bed.pass({ resources: { bad: misfitPolicy, a: secret({}, 'a'), b: secret({}, 'b') } })
    expect(resourceRefs(bed.composite())).toHaveLength(3)
    await bed.pass({})
    expect(composed(bed)).toEqual([])
  })

  it.each([
    ['whose kind is not installed', nope, 'no matches for kind "Nope" in version "nope.example.org/v1"'],
    ['that has no kind at all', { metadata: { name: 'x' } }, 'cannot compose resources'],
    [
      'that is cluster-scoped below a namespaced claim',
      platform({}),
      'cannot apply cluster scoped composed resource "bad" (a XPlatform named default) for a namespaced composite resource.',
    ],
  ])('%s keeps everything as it was: nothing is applied, nothing deleted', async (_what, bad, message) => {
    const bed = scripted()
    await bed.pass({ resources: { old: secret({}, 'old') } })
    const pass = await bed.pass({ resources: { bad, new: secret({}, 'new') } })
    expect(composed(bed)).toEqual(['Secret old'])
    expect(pass.error).toContain(message)
    expect(bed.condition('Synced')).toMatchObject({ status: 'False', message: pass.error })
  })
})
