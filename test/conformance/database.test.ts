import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { example, exampleNames } from '../harness/files.ts'
import { convergeClaim } from '../harness/plane.ts'

/** The fields of a status that hold something, lists aside: what a program may rely on. */
const fields = (value: Json, path = ''): readonly string[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, item]) => fields(item, path ? `${path}.${name}` : name))
    : [path]

/** What a provider can't have: a cluster has no region and no machine types, and only Azure's zones are asked for again. */
const excused = new Set([
  'placement.region',
  'effective.instanceType',
  'effective.zones',
  'effective.origins.placement.region',
])

const contract = async (name: string, provider: string) => {
  const { plane, ref, convergence } = await convergeClaim(example('database', name), { provider })
  const status = objectAt(convergence.composite, 'status')
  const secret = plane.api.get({
    apiVersion: 'v1',
    kind: 'Secret',
    name: textAt(status, 'binding', 'name') ?? '',
    namespace: ref.namespace ?? '',
  })
  const values = Object.fromEntries(
    Object.keys(objectAt(secret, 'data')).map(key => [
      key,
      Buffer.from(textAt(secret, 'data', key) ?? '', 'base64').toString(),
    ]),
  )
  return { status, secret, values, composite: convergence.composite }
}

describe.each(exampleNames('database'))('%s keeps one contract on every provider:', name => {
  const contracts = Promise.all(providers.map(provider => contract(name, provider)))
  const expectSame = (values: readonly unknown[]) =>
    expect(new Set(values.map(value => JSON.stringify(value))).size).toBe(1)

  it('the same keys in a Secret of the same type, or an application works on one cloud only', async () => {
    const secrets = (await contracts).map(({ secret }) => secret)
    expectSame(secrets.map(secret => Object.keys(objectAt(secret, 'data')).toSorted()))
    expectSame(secrets.map(secret => secret?.['type']))
    expect(secrets[0]?.['type']).toBe('servicebinding.io/postgresql')
    expect(Object.keys(objectAt(secrets[0], 'data')).toSorted()).toEqual(
      'ca.crt database host jdbcUrl password port provider readOnlyHost type uri username'.split(' '),
    )
  })

  it('values that fit together, or a driver connects to something else than the parts say', async () => {
    for (const { values, status } of await contracts) {
      const uri = new URL(values['uri'] ?? '')
      expect({
        host: uri.hostname,
        port: uri.port,
        user: uri.username,
        password: decodeURIComponent(uri.password),
        database: uri.pathname.slice(1),
      }).toEqual({
        host: values['host'],
        port: values['port'],
        user: values['username'],
        password: values['password'],
        database: values['database'],
      })
      expect(uri.searchParams.get('sslmode')).toBe('require')
      expect(values['jdbcUrl']).toContain(
        `//${values['host']}:${values['port']}/${values['database']}?user=${values['username']}&`,
      )
      expect(status['endpoint']).toEqual({
        host: values['host'],
        port: Number(values['port']),
        readOnlyHost: values['readOnlyHost'],
      })
      expect(values['ca.crt']).toMatch(/^-----BEGIN CERTIFICATE-----\n/)
    }
  })

  it('the same status fields, or a portal shows a hole', async () => {
    expectSame(
      (await contracts).map(({ status }) =>
        fields(without(status))
          .filter(field => !excused.has(field))
          .toSorted(),
      ),
    )
  })

  it('the same conditions with the same reasons', async () => {
    expectSame(
      (await contracts).map(({ composite }) =>
        conditionsOf(composite).map(({ type, status, reason }) => ({ type, status, reason })),
      ),
    )
  })
})

const without = ({ conditions: _conditions, ...status }: JsonObject): JsonObject => status
