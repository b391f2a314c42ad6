import { expect, it } from 'vitest'
import { place } from '../../../../functions/kinds/database/gcp/index.ts'
import { plan } from '../../../../functions/kinds/database/gcp/plan.ts'
import { secretValue } from '../../../../functions/kinds/database/connection.ts'
import { database, emitted, facts, gcpDatabase, outline, reported } from '../../fixtures.ts'

const seed = new Uint8Array(32).fill(7)

const small = {
  instance: 'DatabaseInstance',
  'database-orders': 'Database',
  password: 'Secret',
  user: 'User',
}

it('is an instance with its database, its user and the user’s password', () => {
  expect(outline(plan(gcpDatabase(), { seed }))).toEqual(small)
})

it('has an entry for every database: Cloud SQL makes none by itself', () => {
  const databases = [{ name: 'a' }, { name: 'b' }] as const
  expect(Object.keys(plan(gcpDatabase({ db: { databases } }), { seed }))).toEqual([
    'instance',
    'database-a',
    'database-b',
    'password',
    'user',
  ])
})

it('is placed with its checks and deviations, and a password from the bytes that were drawn', () => {
  const encryption = { atRest: 'CustomerManaged', inTransit: 'Required' } as const
  const network = { ...database().network, cidrs: [{ name: 'office', cidr: '10.1.0.0/16' }] }
  const placed = place(database({ encryption, network }), facts.GCP, { seed })
  expect(placed.refusals.map(({ code }) => code)).toEqual(['MissingPlatformFact'])
  expect(placed.deviations.map(({ field }) => field)).toEqual(['spec.network.allowedCidrs'])
  expect(placed.requirements).toEqual([])
  expect(outline(placed.plan)).toEqual(small)
  const other = place(database(), facts.GCP, { seed: new Uint8Array(32) })
  const drawn = [placed, other].map(one => secretValue(emitted(one.plan.password).resource, 'password'))
  expect(new Set(drawn).size).toBe(2)
})

it('tells what it knows of the server, or the Secret is never filled', () => {
  const composed = { instance: reported({ databaseVersion: 'POSTGRES_17' }), user: {} }
  const connection = { instance: { privateIP: '10.0.0.1' }, user: { password: 'secret' } }
  const { details, observations } = place(database({}, { composed, connection }), facts.GCP, { seed })
  expect([details.host, details.password, observations.engineVersion]).toEqual(['10.0.0.1', 'secret', '17'])
})
