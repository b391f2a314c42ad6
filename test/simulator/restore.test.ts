import { describe, expect, it } from 'vitest'
import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf, uidFor } from '../../simulator/api/object.ts'
import { restore } from '../../simulator/restore.ts'
import { databaseClaim } from '../harness/claims.ts'
import { namespace, secret, secretRef } from './fixtures.ts'
import { scripted } from './scripted.ts'

const key = 'crossplane.io/composition-resource-name'
const claim = databaseClaim()
const claimUid = uidFor(refOf(claim))

/** A composed Secret as a person writes it down: no owner, no managers, no namespace. */
const written = (name: string, metadata: JsonObject = {}): JsonObject => ({
  ...secret({ old: 'YQ==' }),
  metadata: { name, annotations: { [key]: name }, ...metadata },
})

/** What the function observes after a restore, by key. */
const observedAfter = async (saved: readonly JsonObject[], onlyClaim = true) => {
  const { plane, pass, requests } = scripted({ claim: { ...claim, metadata: { name: 'other', namespace } } })
  const identified = restore(plane, claim, saved, onlyClaim)
  plane.claim(identified)
  await pass(() => ({}))
  requests.length = 0
  await plane.reconcile(refOf(claim))
  const resources = Object.entries(requests[0]?.observed?.resources ?? {})
  return {
    plane,
    composite: requests[0]?.observed?.composite?.resource ?? {},
    names: resources.map(([name]) => name).toSorted(),
  }
}

describe('a saved state', () => {
  it('that is empty puts nothing behind the claim, but gives it a UID, or its names differ per run', async () => {
    const { plane } = scripted()
    const before = plane.api.list().length
    expect(textAt(restore(plane, claim, [], true), 'metadata', 'uid')).toBe(claimUid)
    expect(plane.api.list().length).toBe(before)
    expect((await observedAfter([])).names).toEqual([])
  })

  it('written by hand is observed at the first pass, or a rendered claim composes everything anew', async () => {
    const { names, plane } = await observedAfter([written('a'), written('b')])
    expect(names).toEqual(['a', 'b'])
    expect(plane.api.get(secretRef('a'))).toBeUndefined()
  })

  it('is given to a claim by its label when there are several, or one team’s server shows in another’s', async () => {
    const labelled = (name: string, owner: string) => written(name, { labels: { 'crossplane.io/composite': owner } })
    const saved = [labelled('mine', 'orders'), labelled('theirs', 'carts'), written('nobodys')]
    expect((await observedAfter(saved, false)).names).toEqual(['mine'])
    expect((await observedAfter(saved, true)).names).toEqual(['mine', 'nobodys', 'theirs'])
  })

  it('of kubectl keeps the claim’s UID, or every name that was made from it changes', async () => {
    const owner = { ...refOf(claim), uid: 'saved-uid', controller: true }
    const composed = written('a', { namespace, ownerReferences: [owner] })
    const before = { ...databaseClaim({}, { uid: 'saved-uid', generation: 5 }), status: { engineVersion: '17.6' } }
    const whole = await observedAfter([before, composed])
    expect(whole.names).toEqual(['a'])
    expect(whole.composite).toMatchObject({ metadata: { uid: 'saved-uid' }, status: { engineVersion: '17.6' } })
    expect((await observedAfter([before])).composite).toMatchObject({ metadata: { uid: 'saved-uid' } })
    const withoutClaim = await observedAfter([composed])
    expect(withoutClaim.names).toEqual(['a'])
    expect(withoutClaim.composite).toMatchObject({ metadata: { uid: 'saved-uid' } })
  })

  it('is what the claim is held against: a saved version can’t be taken back', () => {
    const { plane } = scripted({ claim: { ...claim, metadata: { name: 'other', namespace } } })
    const identified = restore(plane, databaseClaim({ version: '16' }), [databaseClaim({ version: '17' })], true)
    expect(() => plane.claim(identified)).toThrow('a database can’t be downgraded')
  })

  it('written by hand is controlled by the claim, as core would have it, or it is nobody’s', () => {
    const { plane } = scripted()
    restore(plane, claim, [written('a')], true)
    expect(objectAt(plane.api.get(secretRef('a')), 'metadata')['ownerReferences']).toEqual([
      { apiVersion, kind: 'XDatabase', name: 'orders', uid: claimUid, controller: true, blockOwnerDeletion: true },
    ])
  })

  it('has its Secrets in the claim’s namespace, or a restored database has no connection details', () => {
    const { plane } = scripted()
    restore(plane, claim, [written('a'), { ...secret({ password: 'YQ==' }), metadata: { name: 'connection' } }], true)
    expect(plane.api.get(secretRef('connection'))).toMatchObject({ data: { password: 'YQ==' } })
    expect(objectAt(plane.api.get(secretRef('connection')), 'metadata')).not.toHaveProperty('ownerReferences')
  })

  it('records as ours all but the status, or the function does not know what it had applied', () => {
    const { plane } = scripted()
    restore(plane, claim, [{ ...written('a'), status: { phase: 'x' } }], true)
    const [record] = objectAt(plane.api.get(secretRef('a')), 'metadata')['managedFields'] as readonly JsonObject[]
    expect(record).toMatchObject({ operation: 'Apply', fieldsV1: { 'f:data': { 'f:old': {} } } })
    expect(record?.['manager']).toMatch(/^apiextensions\.crossplane\.io\/composed\//)
    expect(record?.['fieldsV1']).not.toHaveProperty('f:status')
  })

  it('keeps the managers that it was saved with, or what others own counts as ours', () => {
    const { plane } = scripted()
    const managedFields = [{ manager: 'saved', operation: 'Apply', fieldsType: 'FieldsV1', fieldsV1: {} }]
    restore(plane, claim, [written('a', { managedFields })], true)
    expect(objectAt(plane.api.get(secretRef('a')), 'metadata')['managedFields']).toEqual(managedFields)
  })
})
