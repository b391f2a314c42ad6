import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { allowanceOf } from '../../../../functions/kinds/pod/resources.ts'
import { databaseUidAnnotation, seedKey, type Seed } from '../../../../functions/kinds/environment/seed/seed.ts'
import { textAt } from '../../../../functions/runtime/read.ts'
import { outline, sent } from '../../fixtures.ts'
import { active, composed } from '../fixtures.ts'

const annotation = 'platform.roadbed.dev/seed'
const wanted = { image: 'registry.example.com/seed:2', command: ['/seed'], args: ['orders'] }
const seedOf = (change: Partial<Seed> = {}): Seed => ({
  database: 'orders',
  timeoutSeconds: 600,
  allowance: allowanceOf({}),
  ...wanted,
  ...change,
})

const ends = ['Complete', 'Failed', 'running', 'none'] as const
type End = (typeof ends)[number]

const job = (end: End, uid: string): JsonObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'job', namespace: 'shop', annotations: { [databaseUidAnnotation]: uid } },
  status: { conditions: end === 'running' ? [] : [{ type: end, status: 'True' }] },
})

const database = (said: string | undefined, uid = 'uid-1'): JsonObject => ({
  apiVersion: 'platform.roadbed.dev/v1alpha1',
  kind: 'XDatabase',
  metadata: { name: 'orders', uid, annotations: said === undefined ? {} : { [annotation]: said } },
  status: { conditions: [{ type: 'Ready', status: 'True' }], binding: { name: 'orders-conn' } },
})

interface World {
  readonly said: string | undefined
  /** The Job of the seed that is asked for, and one of another. */
  readonly own: End
  readonly other: End
  /** Whether the Jobs are of a database that was here before this one. */
  readonly stale?: boolean
  readonly name?: string
}

const [own, other] = [seedKey(seedOf()), seedKey(seedOf({ image: 'registry.example.com/seed:1' }))]

/** What becomes of the seed: what the database remembers from now on, and the Jobs. */
const look = ({ said, own: ownEnd, other: otherEnd, stale = false }: World, type = 'Test') => {
  const uid = stale ? 'uid-0' : 'uid-1'
  const { plan, report } = composed(
    { type, databases: [{ name: 'orders', seed: wanted }] },
    {
      composed: {
        namespace: active,
        'database-orders': database(said),
        ...(ownEnd !== 'none' && { [own]: job(ownEnd, uid) }),
        ...(otherEnd !== 'none' && { [other]: job(otherEnd, uid) }),
      },
    },
  )
  const conditions = report([]).conditions ?? []
  return {
    record: textAt(sent(plan['database-orders'], 'metadata'), 'annotations', annotation),
    own: outline(plan)[own],
    other: outline(plan)[other],
    reason: conditions.find(condition => condition.type === 'Seeded')?.reason,
    makes: ownEnd === 'none' && outline(plan)[own] === 'Job',
  }
}

describe('how far a seed is', () => {
  it.each<[string, World, Readonly<Record<string, unknown>>]>([
    ['new', { said: 'Awaited', own: 'none', other: 'none' }, { makes: true, record: 'Awaited' }],
    ['running', { said: 'Awaited', own: 'running', other: 'none' }, { record: 'Started', reason: 'Loading' }],
    ['ended well', { said: 'Started', own: 'Complete', other: 'none' }, { record: 'Loaded', reason: 'AllLoaded' }],
    ['ended badly', { said: 'Started', own: 'Failed', other: 'none' }, { record: 'Failed', reason: 'LoadFailed' }],
    ['to be tried again', { said: 'Failed', own: 'none', other: 'none' }, { makes: true, record: 'Awaited' }],
    ['changed after it failed', { said: 'Failed', own: 'none', other: 'Failed' }, { makes: true, other: undefined }],
    ['changed while it runs', { said: 'Started', own: 'none', other: 'running' }, { makes: false, record: 'Started' }],
    ['changed and has ended well meanwhile', { said: 'Started', own: 'none', other: 'Complete' }, { record: 'Loaded' }],
    ['gone', { said: 'Started', own: 'none', other: 'none' }, { record: 'Started', reason: 'OutcomeUnknown' }],
    ['not remembered', { said: undefined, own: 'none', other: 'none' }, { record: undefined, reason: 'MadeBefore' }],
    ['spelled by somebody', { said: 'loaded', own: 'none', other: 'none' }, { makes: false, reason: 'MadeBefore' }],
    [
      'of a database that is gone',
      { said: 'Awaited', own: 'Complete', other: 'none', stale: true },
      { own: 'absent', record: 'Awaited' },
    ],
  ])('%s', (_, world, expected) => {
    expect(look(world)).toMatchObject(expected)
  })

  const worlds = fc.record({
    said: fc.constantFrom(undefined, 'Awaited', 'Started', 'Failed', 'Loaded', 'anything'),
    own: fc.constantFrom(...ends),
    other: fc.constantFrom(...ends),
    stale: fc.boolean(),
  })

  it('never makes a Job where data may be: after one has ended well, beside one that runs, or in what was not made for a seed', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom('Test', 'Production'), (world, type) => {
        const { makes } = look(world, type)
        const jobs = world.stale ? [] : [world.own, world.other]
        const mayHoldData =
          type === 'Production' ||
          jobs.some(end => end === 'Complete' || end === 'running') ||
          world.said === undefined ||
          ['Loaded', 'anything'].includes(world.said) ||
          (world.said === 'Started' && !jobs.includes('Failed'))
        // And where none can be, nobody waits for nothing.
        expect(makes).toBe(world.own === 'none' && !mayHoldData)
      }),
      { numRuns: 500 },
    )
  })

  it('is never forgotten once it is loaded, whatever comes', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom('Test', 'Production'), (world, type) => {
        expect(look({ ...world, said: 'Loaded' }, type).record).toBe('Loaded')
      }),
    )
  })

  it('belongs to one database: the Jobs of one whose name begins alike are not its own', () => {
    const names = fc.stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/)
    fc.assert(
      fc.property(names, names, (one, two) => {
        fc.pre(one !== two)
        const key = seedKey(seedOf({ database: one }))
        const { plan } = composed(
          { databases: [{ name: two, seed: wanted }] },
          {
            composed: { namespace: active, [key]: job('Complete', 'uid-1') },
            required: { [`name-database-${two}`]: [] },
          },
        )
        expect(textAt(sent(plan[`database-${two}`], 'metadata'), 'annotations', annotation)).toBe('Awaited')
      }),
    )
  })

  it('is read from the database itself where Crossplane has lost sight of that for a moment, or it would be loaded twice', () => {
    const theirs = {
      ...database('Loaded'),
      metadata: {
        name: 'orders',
        uid: 'uid-1',
        annotations: { [annotation]: 'Loaded' },
        ownerReferences: [{ uid: '4f6b', controller: true }],
      },
    }
    const { plan } = composed(
      { databases: [{ name: 'orders', seed: wanted }] },
      { composed: { namespace: active }, required: { 'name-database-orders': [theirs] } },
    )
    expect(textAt(sent(plan['database-orders'], 'metadata'), 'annotations', annotation)).toBe('Loaded')
    expect(outline(plan)[own]).toBe('absent')
  })
})
