import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { databaseStatus } from '../../../apis/database/status.ts'
import type { OnProvider } from '../../../functions/kinds/database/providers.ts'
import { status } from '../../../functions/kinds/database/status.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { Settled } from '../../../functions/runtime/settle.ts'
import { database, facts } from '../fixtures.ts'

const unknown: OnProvider = {
  refusals: [],
  deviations: [],
  plan: {},
  details: { host: undefined, readOnlyHost: undefined, password: undefined, caCertificate: undefined },
  requirements: [],
  observations: { engineVersion: undefined, allocated: undefined, zones: [], console: undefined },
}

const known: OnProvider = {
  ...unknown,
  deviations: [{ field: 'spec.network', reason: 'open to all' }],
  details: { ...unknown.details, host: 'db.example.org', readOnlyHost: 'ro.example.org' },
  observations: { engineVersion: '17.4', allocated: '60Gi', zones: ['1', '2'], console: 'https://console.example.org' },
}

const secret = { kind: 'Secret', metadata: { name: 'orders-conn' } }
const bound: Settled = { key: 'connection', ready: true, message: '', resource: secret, observed: secret }
const late: Settled = {
  key: 'instance',
  ready: false,
  message: 'waiting for x',
  resource: undefined,
  observed: undefined,
}

const effective = {
  environment: 'Development',
  version: '17',
  size: 'small',
  instanceType: 'machine-1',
  availability: 'SingleZone',
  state: 'Active',
  database: 'orders',
  storage: { size: '50Gi' },
  encryption: { atRest: 'ProviderManaged', inTransit: 'Required' },
  network: { exposure: 'Private' },
  origins: {},
  deletion: { policy: 'Delete', protection: 'Disabled' },
}

const told = {
  binding: { name: 'orders-conn' },
  endpoint: { host: 'db.example.org', port: 5432, readOnlyHost: 'ro.example.org' },
  engineVersion: '17.4',
  storage: { allocated: '60Gi' },
}

const after = (conditions: JsonObject, on = unknown, settled: readonly Settled[] = []) =>
  status(database({}, { claim: { status: conditions } }), on, settled, {})

describe('the status', () => {
  it('tells whose backups the server was made of, or nobody knows where the data is from', () => {
    const origin = { database: { name: 'stock', namespace: 'shop' }, pointInTime: '2026-11-27T06:00:00Z' }
    expect(status(database(), unknown, [], {}, origin)).toMatchObject({ restoredFrom: origin })
    expect(status(database(), unknown, [], {})).not.toHaveProperty('restoredFrom')
  })

  it('tells what was decided before anything exists', () => {
    expect(status(database(), unknown, [late], {})).toEqual({
      placement: { provider: 'AWS', region: 'eu-west-1' },
      effective,
      backup: { policy: 'daily', schedule: '0 2 * * *', retentionDays: 7, pointInTimeRecovery: 'Enabled' },
      maintenance: { window: 'Sunday 04:00, 60 min' },
      links: [],
      deviations: [],
      resources: [{ key: 'instance', kind: 'waiting', ready: 'False', message: 'waiting for x' }],
    })
  })

  it('tells what the server says of itself, the deviations and where to look', () => {
    const db = database({ deviations: [{ field: 'spec.backup', reason: 'weekly' }] })
    const support = { docs: 'https://docs.example.org', ticketUrl: 'https://tickets.example.org' }
    expect(status(db, known, [bound], { support })).toMatchObject({
      ...told,
      effective: { ...effective, zones: ['1', '2'] },
      links: [
        { title: 'Server', url: 'https://console.example.org' },
        { title: 'Documentation', url: 'https://docs.example.org' },
        { title: 'Support', url: 'https://tickets.example.org' },
      ],
      deviations: [
        { field: 'spec.backup', reason: 'weekly' },
        { field: 'spec.network', reason: 'open to all' },
      ],
    })
  })

  it('keeps what it knows while the server is not observed, or a binding vanishes for one pass', () => {
    expect(after(told)).toMatchObject(told)
    expect(after({}, known, [bound])).toMatchObject(told)
    const newer = { ...known, observations: { ...known.observations, engineVersion: '17.5', allocated: '70Gi' } }
    expect(after(told, newer)).toMatchObject({ engineVersion: '17.5', storage: { allocated: '70Gi' } })
  })

  it('tells the one zone of a server without a standby', () => {
    const on = { ...unknown, observations: { ...unknown.observations, zones: ['2'] } }
    expect(after({}, on)).toMatchObject({ effective: { zones: ['2'] } })
  })

  it('tells and repeats no half of an endpoint', () => {
    const half = { ...unknown, details: { ...known.details, readOnlyHost: undefined } }
    expect(after({}, half)).not.toHaveProperty('endpoint')
    expect(after(told, half)).toMatchObject({ endpoint: told.endpoint })
    expect(after({ endpoint: { host: 'db.example.org', port: 5432 } })).not.toHaveProperty('endpoint')
    expect(after({ binding: { name: 7 }, storage: {}, engineVersion: '' })).not.toHaveProperty('binding')
  })

  it('names the Secret only once it exists, or a service is bound to nothing', () => {
    expect(after({}, known, [{ ...bound, observed: undefined }])).not.toHaveProperty('binding')
    expect(after({}, known, [{ ...bound, key: 'password' }])).not.toHaveProperty('binding')
  })

  it('has no region in the cluster', () => {
    const db = database({ provider: 'Kubernetes', facts: facts.Kubernetes })
    expect(status(db, unknown, [], {})['placement']).toEqual({ provider: 'Kubernetes' })
  })

  it('shows a resource as it is, not as it is planned', () => {
    const existing = { kind: 'Old', metadata: { annotations: { 'crossplane.io/external-name': 'orders-1' } } }
    const settled = { ...bound, key: 'instance', observed: existing, ready: false, message: 'no quota' }
    expect(after({}, known, [settled, { ...bound, observed: undefined }])['resources']).toEqual([
      { key: 'instance', kind: 'Old', externalName: 'orders-1', ready: 'False', message: 'no quota' },
      { key: 'connection', kind: 'Secret', ready: 'True' },
    ])
  })

  it('fits the XRD, which leaves the claim without any condition otherwise', () => {
    const check = Compile(databaseStatus)
    for (const one of [status(database(), known, [bound, late], {}), status(database(), unknown, [], {}), after(told)])
      expect([...check.Errors(one)]).toEqual([])
  })
})
