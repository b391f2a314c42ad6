import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { cloud } from '../scripted.ts'

const server = (ipv4Enabled: boolean): JsonObject => ({
  apiVersion: 'sql.gcp.m.upbound.io/v1beta1',
  kind: 'DatabaseInstance',
  metadata: { name: 'server' },
  spec: {
    forProvider: {
      project: 'shop',
      region: 'europe-west3',
      databaseVersion: 'POSTGRES_17',
      settings: { tier: 't', ipConfiguration: { ipv4Enabled } },
    },
    writeConnectionSecretToRef: { name: 'connection' },
  },
})

/** All that the real provider publishes of a DatabaseInstance: no host, no port, no user. */
const realKeys = new Set([
  'connectionName',
  'privateIP',
  'publicIP',
  'password',
  'serverCACertificateCert',
  'serverCACertificateCommonName',
  'serverCACertificateCreateTime',
  'serverCACertificateExpirationTime',
  'serverCACertificateSha1Fingerprint',
])

const made = (isPublic: boolean) => {
  const bed = cloud()
  const ref = bed.apply(server(isPublic))
  const database = bed.apply({
    apiVersion: 'sql.gcp.m.upbound.io/v1beta1',
    kind: 'Database',
    metadata: { name: 'orders' },
    spec: { forProvider: { instanceRef: { name: 'server' } } },
  })
  bed.plane.finish()
  return { ...bed, status: objectAt(bed.get(ref), 'status', 'atProvider'), database }
}

describe('the fake GCP', () => {
  it('publishes no key that the real provider does not, or a connection works here and nowhere else', () => {
    expect(Object.keys(made(false).secret('connection')).filter(key => !realKeys.has(key))).toEqual([])
    expect(made(false).secret('connection')).toMatchObject({
      connectionName: 'shop:europe-west3:server',
      privateIP: '10.83.0.3',
      serverCACertificateCert: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/) as string,
    })
  })

  it('has a public address only where one is asked for, or a private database seems to be reachable', () => {
    const [hidden, open] = [made(false), made(true)]
    expect([hidden.status['publicIpAddress'], hidden.secret('connection')['publicIP']]).toEqual([undefined, ''])
    expect([open.status['publicIpAddress'], open.secret('connection')['publicIP']]).toEqual([
      '203.0.113.17',
      '203.0.113.17',
    ])
    expect(open.status).toMatchObject({
      privateIpAddress: '10.83.0.3',
      connectionName: 'shop:europe-west3:server',
    })
  })

  it('makes a database on the instance that it refers to, or it is made nowhere', () => {
    const { get, database } = made(false)
    expect(textAt(get(database), 'spec', 'forProvider', 'instance')).toBe('server')
  })
})
