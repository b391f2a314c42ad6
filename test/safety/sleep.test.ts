import { describe, expect, it } from 'vitest'
import type { Provider } from '../../apis/blocks/placement.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim, environmentClaim } from '../harness/claims.ts'
import { condition, hour, later, stateOf } from '../harness/lives.ts'
import { bed, type Bed } from '../harness/plane.ts'

/** An environment in which a developer has a database of his own. */
const environmentWith = async (spec: JsonObject, provider: Provider, more: JsonObject = {}) => {
  const made = bed({ provider })
  const ref = made.claim(environmentClaim(spec))
  await made.converge(ref)
  const database = made.claim(databaseClaim(more, { namespace: 'shop' }))
  await made.converge(database)
  return { made, ref, database }
}

const server = ({ plane }: Bed) =>
  plane.api.list().find(({ kind }) => kind === 'Cluster' || kind === 'Instance' || kind === 'DatabaseInstance')
const secret = ({ plane }: Bed) =>
  plane.api.get({ apiVersion: 'v1', kind: 'Secret', name: 'orders-conn', namespace: 'shop' })

const canonicalData = (object: JsonObject | undefined): string => JSON.stringify(objectAt(object, 'data'))

const nights = { lifecycle: { schedule: { suspend: '0 20 * * *', resume: '0 7 * * *' } } }

describe('an environment that sleeps at night', () => {
  it.each<[Provider, (made: Bed) => unknown, unknown]>([
    ['Kubernetes', made => objectAt(server(made), 'metadata', 'annotations')['cnpg.io/hibernation'], 'on'],
    ['GCP', made => objectAt(server(made), 'spec', 'forProvider', 'settings')['activationPolicy'], 'NEVER'],
    [
      'AWS',
      ({ plane }) =>
        textAt(
          plane.api.list().find(({ kind }) => kind === 'InstanceState'),
          'spec',
          'forProvider',
          'state',
        ),
      'stopped',
    ],
  ])(
    'stops a database on %s, whoever made it, loses nothing of it, and starts it again',
    async (provider, look, stopped) => {
      const { made, ref, database } = await environmentWith(nights, provider)
      const [uid, kept] = [textAt(server(made), 'metadata', 'uid'), canonicalData(secret(made))]
      expect(look(made)).not.toBe(stopped)
      expect(await later(made, ref, 21, database)).toMatchObject({ outcome: 'ready' })
      expect(look(made)).toBe(stopped)
      expect([stateOf(made, database), condition(made, database, 'Ready')?.['status']]).toEqual(['Stopped', 'True'])
      expect(condition(made, database, 'BindingReady')).toMatchObject({ status: 'True' })
      expect(condition(made, ref, 'Suspended')).toMatchObject({ status: 'True', reason: 'Schedule' })
      await later(made, ref, 11, database)
      expect(look(made)).not.toBe(stopped)
      expect([stateOf(made, database), condition(made, ref, 'Suspended')?.['status']]).toEqual(['Active', 'False'])
      expect([textAt(server(made), 'metadata', 'uid'), canonicalData(secret(made))]).toEqual([uid, kept])
    },
  )

  it('lets one run on that its provider can’t stop, and says so', async () => {
    const { made, ref, database } = await environmentWith(nights, 'Azure')
    expect(await later(made, ref, 21, database)).toMatchObject({ outcome: 'ready' })
    const status = objectAt(made.plane.api.get(database), 'status')
    expect(textAt(status, 'effective', 'state')).toBe('Active')
    expect(listAt(status, 'deviations').map(each => textAt(each, 'reason'))).toContainEqual(
      expect.stringContaining('Azure can’t stop a server'),
    )
  })

  it('makes a database that is claimed at night, and stops it once it is made: else it would never have a Secret', async () => {
    const made = bed({ provider: 'Kubernetes' })
    const ref = made.claim(environmentClaim(nights))
    await made.converge(ref)
    await later(made, ref, 21)
    const database = made.claim(databaseClaim({}, { namespace: 'shop' }))
    expect(await made.converge(database)).toMatchObject({ outcome: 'ready' })
    expect([stateOf(made, database), secret(made) !== undefined]).toEqual(['Stopped', true])
  })

  it('is awake at night when somebody says so, and asleep by day', async () => {
    const { made, ref, database } = await environmentWith(nights, 'Kubernetes')
    await later(made, ref, 21, database)
    made.claim(environmentClaim({ lifecycle: { ...nights.lifecycle, state: 'Active' } }))
    await later(made, ref, 0, database)
    expect(stateOf(made, database)).toBe('Active')
    made.claim(environmentClaim({ lifecycle: { ...nights.lifecycle, state: 'Suspended' } }))
    await later(made, ref, 15, database)
    expect(stateOf(made, database)).toBe('Stopped')
    expect(condition(made, ref, 'Suspended')).toMatchObject({ reason: 'Asked' })
  })

  it('writes its status when it falls asleep and when it wakes, and never in between', async () => {
    const { made, ref } = await environmentWith(nights, 'Kubernetes')
    const writes: unknown[] = []
    made.plane.api.watch(
      ({ object }) => object['kind'] === 'XEnvironment' && writes.push(textAt(object, 'status', 'state')),
    )
    for (let half = 0; half < 2 * 48; half++) {
      made.plane.advance(hour / 2)
      await made.plane.reconcile(ref)
    }
    // Three transitions in two days. Core writes the status, and then the conditions.
    expect(writes.filter((state, index) => state !== writes[index - 1])).toEqual(['Suspended', 'Active', 'Suspended'])
    expect(writes.length).toBeLessThanOrEqual(6)
  })

  it('keeps a database stopped that is not told of it for one pass, or one lost message starts a hundred machines', async () => {
    let blind = false
    const made = bed({
      provider: 'Kubernetes',
      tamper: request => {
        const { environment: _gone, ...others } = request.requiredResources
        return blind ? { ...request, requiredResources: others } : request
      },
    })
    const ref = made.claim(environmentClaim({ lifecycle: { state: 'Suspended' } }))
    await made.converge(ref)
    const database = made.claim(databaseClaim({}, { namespace: 'shop' }))
    await made.converge(database)
    blind = true
    await made.plane.reconcile(database)
    expect(stateOf(made, database)).toBe('Stopped')
  })
})
