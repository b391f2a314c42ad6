import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { namespace, secret } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const sql = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'postgresql.sql.m.crossplane.io/v1alpha1',
  kind,
  metadata: { name },
  spec,
})

const database = sql('Database', 'orders', {
  forProvider: {},
  providerConfigRef: { kind: 'ProviderConfig', name: 'config' },
})

const config = (mapping: JsonObject = {}): JsonObject =>
  sql('ProviderConfig', 'config', {
    credentials: {
      source: 'PostgreSQLConnectionSecret',
      connectionSecretRef: { name: 'connection' },
      ...(Object.keys(mapping).length > 0 && { secretKeyMapping: mapping }),
    },
  })

const connection = (...keys: readonly string[]): JsonObject => ({
  ...secret(Object.fromEntries(keys.map(key => [key, 'YQ==']))),
  metadata: { name: 'connection', namespace },
})

describe('the fake provider-sql', () => {
  it('waits for its ProviderConfig and each of four keys, or a half-made Secret looks complete', () => {
    const { plane, apply, said } = cloud()
    const ref = apply(database)
    const lacks = () => {
      plane.finish()
      return said(ref, 'Synced')?.[1]
    }
    expect(lacks()).toBe('connect failed: cannot get ProviderConfig: config not found')
    apply(config())
    expect(lacks()).toBe('connect failed: cannot get credentials Secret: connection has no endpoint')
    apply(connection('endpoint', 'port', 'username'))
    expect(lacks()).toBe('connect failed: cannot get credentials Secret: connection has no password')
    apply(connection('endpoint', 'port', 'username', 'password'))
    expect(lacks()).toBeUndefined()
    expect(said(ref, 'Ready')).toEqual(['True'])
  })

  it('reads the keys under their mapped names, or RDS’s endpoint with a port in it passes', () => {
    const { plane, apply, said } = cloud()
    apply(config({ endpoint: 'host' }))
    apply(connection('endpoint', 'port', 'username', 'password'))
    const ref = apply(database)
    plane.finish()
    expect(said(ref, 'Synced')).toEqual([
      'False',
      'connect failed: cannot get credentials Secret: connection has no host',
    ])
    apply(connection('host', 'port', 'username', 'password'))
    plane.finish()
    expect(said(ref, 'Ready')).toEqual(['True'])
  })

  it('has a status of conditions alone: its CRD has no room for more', () => {
    const { plane, apply, get } = cloud()
    apply(config())
    apply(connection('endpoint', 'port', 'username', 'password'))
    const ref = apply(database)
    plane.finish()
    expect(Object.keys(objectAt(get(ref), 'status'))).toEqual(['conditions'])
  })
})
