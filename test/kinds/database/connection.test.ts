import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  connection,
  nameCheck,
  nameTaken,
  secretValue,
  type Details,
} from '../../../functions/kinds/database/connection.ts'
import { waiting } from '../../../functions/runtime/plan.ts'
import type { Description } from '../../runtime/fixtures.ts'
import { database, emitted, sent as part } from '../fixtures.ts'

const details: Details = {
  host: 'db.example.org',
  readOnlyHost: 'ro.example.org',
  password: 'pa:ss/w@rd?&#',
  caCertificate: 'PEM',
}

const free: Description = { required: { 'connection-secret': [] } }
const made: Description = { composed: { connection: { kind: 'Secret' } } }

const valuesOf = (change: Parameters<typeof database>[0] = {}, known = details) => {
  const { resource } = emitted(connection(database(change, free), known))
  const names = Object.keys(part(connection(database(change, free), known), 'data'))
  return Object.fromEntries(names.map(name => [name, secretValue(resource, name)]))
}

it('waits for everything, or a service starts with half a login', () => {
  const nothing = { host: undefined, readOnlyHost: '', password: undefined, caCertificate: undefined }
  expect(connection(database({}, free), nothing)).toEqual(
    waiting('the server', 'host, readOnlyHost, password, caCertificate not known yet'),
  )
  for (const missing of ['host', 'readOnlyHost', 'password', 'caCertificate'])
    expect(connection(database({}, free), { ...details, [missing]: undefined })).toEqual(
      waiting('the server', `${missing} not known yet`),
    )
})

it('waits until its name is known to be free, or somebody’s Secret is overwritten', () => {
  const why = 'whether the Secret’s name is free is not known yet'
  expect(connection(database(), details)).toEqual(waiting('its name', why))
  expect(connection(database({}, made), details).state).toBe('emit')
})

it('holds the same keys on every provider, by the servicebinding.io contract', () => {
  const { resource } = emitted(connection(database({ secretName: 'chosen' }, free), details))
  expect(resource).toMatchObject({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'chosen', namespace: 'team-a', labels: { 'app.kubernetes.io/component': 'connection' } },
    type: 'servicebinding.io/postgresql',
  })
  expect(valuesOf({ provider: 'Azure', databases: [{ name: 'first' }, { name: 'second' }] })).toEqual({
    type: 'postgresql',
    provider: 'azure',
    host: 'db.example.org',
    port: '5432',
    username: 'app',
    password: 'pa:ss/w@rd?&#',
    database: 'first',
    readOnlyHost: 'ro.example.org',
    uri: 'postgresql://app:pa%3Ass%2Fw%40rd%3F%26%23@db.example.org:5432/first?sslmode=require',
    jdbcUrl: 'jdbc:postgresql://db.example.org:5432/first?user=app&password=pa%3Ass%2Fw%40rd%3F%26%23&sslmode=require',
    'ca.crt': 'PEM',
  })
})

it('asks for TLS only as hard as the server does', () => {
  const values = valuesOf({ encryption: { atRest: 'ProviderManaged', inTransit: 'Preferred' } })
  expect(values['uri']).toMatch(/\?sslmode=prefer$/)
  expect(values['jdbcUrl']).toMatch(/&sslmode=prefer$/)
})

it('has a URI that gives any password back, or a login breaks with the next rotation', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.integer({ min: 1024, max: 65535 }),
      (password, port) => {
        const network = { ...database().network, port }
        const values = valuesOf({ network }, { ...details, password })
        const uri = new URL(values['uri'] ?? '')
        expect([decodeURIComponent(uri.password), uri.username, uri.port]).toEqual([password, 'app', `${port}`])
        const jdbc = new URL((values['jdbcUrl'] ?? '').replace('jdbc:', ''))
        expect(jdbc.searchParams.get('password')).toBe(password)
        expect(values['password']).toBe(password)
      },
    ),
  )
})

describe('the name', () => {
  const secret = (reference: Record<string, string | boolean>) => ({ metadata: { ownerReferences: [reference] } })
  const ours = secret({ uid: '4f6b', controller: true })

  const taken = (sent: Description) => nameTaken(database({}, sent))

  it('is asked for until the Secret is ours, or one that exists is adopted and deleted with the claim', () => {
    expect(nameCheck(database({ secretName: 'chosen' }))).toEqual([
      ['connection-secret', { apiVersion: 'v1', kind: 'Secret', matchName: 'chosen', namespace: 'team-a' }],
    ])
    expect(nameCheck(database({}, made))).toEqual([])
  })

  it('is taken by a Secret that this claim does not control', () => {
    for (const theirs of [{}, secret({ uid: '4f6b' }), secret({ uid: 'other', controller: true })])
      expect(taken({ required: { 'connection-secret': [theirs] } })).toBe(true)
    expect(taken({ required: { 'connection-secret': [ours, {}] } })).toBe(true)
  })

  it('is not taken by our own Secret, by none, or by one that was not fetched yet', () => {
    expect(taken({ required: { 'connection-secret': [ours] } })).toBe(false)
    expect(taken(free)).toBe(false)
    expect(taken({})).toBe(false)
    expect(taken({ ...made, required: { 'connection-secret': [{}] } })).toBe(false)
  })
})

it('reads a value of a Secret, and none where there is none', () => {
  expect(secretValue({ data: { password: 'c2VjcmV0' } }, 'password')).toBe('secret')
  expect(secretValue({ data: { password: '' } }, 'password')).toBeUndefined()
  expect(secretValue({ stringData: { password: 'secret' } }, 'password')).toBeUndefined()
  expect(secretValue(undefined, 'password')).toBeUndefined()
})
