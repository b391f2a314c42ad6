import { describe, expect, it } from 'vitest'
import { providers, type Provider } from '../../apis/blocks/placement.ts'
import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, steps, textAt, withAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { databaseClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'

const source = (spec: JsonObject = {}) =>
  databaseClaim({ backup: { allowedNamespaces: ['preview'] }, ...spec }, { namespace: 'shop' })
const copy = (spec: JsonObject = {}, metadata: JsonObject = {}) =>
  databaseClaim(
    { restoreFrom: { database: { name: 'orders', namespace: 'shop' } }, ...spec },
    { name: 'copy', namespace: 'preview', ...metadata },
  )
const sourceRef = { apiVersion, kind: 'XDatabase', name: 'orders', namespace: 'shop' }

/** What each server is, and where in it stands what it is made of. */
const servers: Readonly<Record<Provider, readonly [kind: string, begins: string]>> = {
  AWS: ['Instance', 'spec.forProvider.restoreToPointInTime.sourceDbInstanceIdentifier'],
  GCP: ['DatabaseInstance', 'spec.forProvider.clone.sourceInstanceName'],
  Azure: ['FlexibleServer', 'spec.forProvider.sourceServerId'],
  Kubernetes: ['Cluster', 'spec.bootstrap.recovery.source'],
}

/** A control plane in which claims are made one after the other, each with its outcome. */
const plane = (provider: Provider = 'AWS') => {
  const made = bed({ provider })
  const objects = (namespace: string) =>
    made.plane.api.list().filter(each => textAt(each, 'metadata', 'namespace') === namespace)
  return {
    ...made,
    objects,
    make: async (claim: JsonObject) => {
      const ref = made.claim(claim)
      const { outcome, last } = await made.converge(ref)
      return { ref, outcome, fatal: last.pipeline?.fatal ?? '' }
    },
    server: (namespace = 'preview') => objects(namespace).find(each => each['kind'] === servers[provider][0]),
    password: (namespace: string, name: string) =>
      textAt(made.plane.api.get({ apiVersion: 'v1', kind: 'Secret', name, namespace }), 'data', 'password'),
    provisioned: (ref: typeof sourceRef) =>
      conditionsOf(made.plane.api.get(ref) ?? {}).find(({ type }) => type === 'Provisioned')?.['message'],
  }
}

describe.each(providers)('a database that is restored on %s', provider => {
  it('begins with the other one’s backups, and nobody gets in with the other one’s password', async () => {
    const { make, server, password, plane: control } = plane(provider)
    await make(source())
    const { outcome, ref } = await make(copy())
    expect(outcome).toBe('ready')
    expect(textAt(server(), ...steps(servers[provider][1]))).toBeDefined()
    expect(textAt(server('shop'), ...steps(servers[provider][1]))).toBeUndefined()
    expect(password('preview', 'copy-conn')).toBeDefined()
    expect(password('preview', 'copy-conn')).not.toBe(password('shop', 'orders-conn'))
    expect(objectAt(control.api.get(ref), 'status', 'restoredFrom')).toEqual({
      database: { name: 'orders', namespace: 'shop' },
    })
    // The database that the backups have, whatever the copy is called.
    expect(textAt(control.api.get(ref), 'status', 'effective', 'database')).toBe('orders')
  })

  it('stays what it is when the other one changes, takes its word back or goes, and when restoreFrom is taken out', async () => {
    const { make, server, claim, converge, plane: control } = plane(provider)
    await make(source())
    const { ref } = await make(copy())
    const before = JSON.stringify(objectAt(server(), 'spec'))
    const unchanged = async (what: string) => {
      expect({ what, outcome: (await converge(ref)).outcome }).toEqual({ what, outcome: 'ready' })
      expect(JSON.stringify(objectAt(server(), 'spec'))).toBe(before)
    }
    claim(databaseClaim({ size: 'large' }, { namespace: 'shop' }))
    await unchanged('no word any more')
    control.api.delete(sourceRef)
    await control.reconcile(sourceRef)
    await unchanged('gone')
    claim(databaseClaim({}, { name: 'copy', namespace: 'preview' }))
    await unchanged('taken out')
    expect(textAt(control.api.get(ref), 'status', 'restoredFrom', 'database', 'name')).toBe('orders')
  })

  it('is not made again when it is gone, or it would come back with other data, or empty', async () => {
    const { make, server, claim, converge, objects, plane: control } = plane(provider)
    await make(source())
    const { ref } = await make(copy())
    const lost = server() ?? {}
    const remove = () => {
      control.api.update({ ...lost, metadata: { ...objectAt(lost, 'metadata'), finalizers: [] } }, 'somebody')
      control.api.delete({
        apiVersion: textAt(lost, 'apiVersion') ?? '',
        kind: textAt(lost, 'kind') ?? '',
        name: textAt(lost, 'metadata', 'name') ?? '',
        namespace: 'preview',
      })
    }
    remove()
    const count = objects('preview').length
    const { outcome, last } = await converge(ref)
    expect([outcome, last.pipeline?.fatal]).toEqual(['refused', expect.stringContaining('[RestoredServerGone]')])
    claim(databaseClaim({}, { name: 'copy', namespace: 'preview' }))
    expect((await converge(ref)).outcome).toBe('refused')
    expect([server(), objects('preview').length]).toEqual([undefined, count])
  })
})

describe('a database of another namespace', () => {
  it('is not had by naming it: its owner has to let it, and what is told is the same where there is none', async () => {
    const { make, server, objects } = plane()
    await make(databaseClaim({}, { namespace: 'shop' }))
    const [there, nowhere] = [
      await make(copy()),
      await make(copy({ restoreFrom: { database: { name: 'nothing', namespace: 'shop' } } }, { name: 'other' })),
    ]
    for (const { outcome, fatal } of [there, nowhere]) {
      expect(outcome).toBe('refused')
      expect(fatal).toMatch(
        /spec\.restoreFrom\.database: .* adds preview to its spec\.backup\.allowedNamespaces \[RestoreNotAllowed\]/,
      )
    }
    expect(there.fatal.replaceAll('orders', 'X').replaceAll('copy', '')).toBe(
      nowhere.fatal.replaceAll('nothing', 'X').replaceAll('other', ''),
    )
    expect([server(), objects('preview').length]).toEqual([undefined, 2])
  })

  it('is had as soon as its owner has written that namespace, and by no other', async () => {
    const { make, claim, converge } = plane()
    await make(databaseClaim({}, { namespace: 'shop' }))
    const { ref } = await make(copy())
    const elsewhere = await make(copy({}, { namespace: 'previews' }))
    claim(source())
    expect((await converge(ref)).outcome).toBe('ready')
    expect((await converge(elsewhere.ref)).outcome).toBe('refused')
  })

  it('is not had by a status that names its server: whoever may edit a claim may write its status', async () => {
    const { make, server, converge, plane: control } = plane()
    await make(databaseClaim({}, { namespace: 'shop' }))
    const own = await make(databaseClaim({}, { name: 'own', namespace: 'preview' }))
    const victim = server('shop') ?? {}
    const forged = control.api.get(own.ref) ?? {}
    const reference = {
      apiVersion: victim['apiVersion'] ?? '',
      kind: 'Instance',
      name: textAt(victim, 'metadata', 'name') ?? '',
    }
    control.api.update(
      withAt(
        withAt(forged, ['spec', 'crossplane', 'resourceRefs'], [reference]),
        ['status', 'resources'],
        [
          {
            key: 'instance',
            kind: 'Instance',
            externalName: textAt(victim, 'spec', 'forProvider', 'identifier') ?? '',
            ready: 'True',
          },
        ],
      ),
      'tenant',
    )
    const ref = control.claim(copy({ restoreFrom: { database: { name: 'own' } } }))
    await converge({ apiVersion, kind: 'XDatabase', name: 'copy', namespace: 'preview' })
    expect(ref).toBeDefined()
    const copies = control.api
      .list()
      .filter(each => textAt(each, ...steps(servers.AWS[1])) === textAt(victim, 'spec', 'forProvider', 'identifier'))
    expect(copies).toEqual([])
  })
})

describe('a database that is to be restored', () => {
  it('waits for one that is not ready yet, and is never made empty meanwhile', async () => {
    const { claim, make, converge, objects, provisioned } = plane()
    claim(source())
    const { ref, outcome } = await make(copy())
    expect(outcome).not.toBe('ready')
    expect(provisioned({ ...sourceRef, name: 'copy', namespace: 'preview' })).toMatch(
      /^connection: waiting for the database in restoreFrom: shop\/orders: it has not been ready yet/,
    )
    expect(objects('preview').map(({ kind }) => kind)).toEqual(['XDatabase'])
    await converge(sourceRef)
    expect((await converge(ref)).outcome).toBe('ready')
  })

  it('waits in the cluster for the first backup: the operator gives up for good where there is none', async () => {
    const { make, converge, provisioned, server, plane: control } = plane('Kubernetes')
    await make(source())
    const store = control.api.list().find(({ kind }) => kind === 'ObjectStore') ?? {}
    control.api.update({ ...store, status: {} }, 'plugin-barman-cloud')
    const ref = control.claim(copy())
    await control.reconcile({ ...sourceRef, name: 'copy', namespace: 'preview' })
    expect(ref).toBeDefined()
    expect(provisioned({ ...sourceRef, name: 'copy', namespace: 'preview' })).toContain(
      'its first backup is not there yet',
    )
    expect(server()).toBeUndefined()
    expect((await converge({ ...sourceRef, name: 'copy', namespace: 'preview' })).outcome).toBe('ready')
  })

  it('is refused in its own namespace where there is none of that name, and composes nothing', async () => {
    const { make, objects } = plane()
    const { outcome, fatal } = await make(copy({ restoreFrom: { database: { name: 'nothing' } } }))
    expect([outcome, fatal]).toEqual([
      'refused',
      expect.stringContaining('there is no XDatabase "nothing" in preview [UnknownDatabase]'),
    ])
    expect(objects('preview')).toHaveLength(1)
  })

  it('may be made again after it was lost where its author says so', async () => {
    const { make, converge, claim, server, plane: control } = plane()
    await make(source())
    const { ref } = await make(copy())
    const lost = server() ?? {}
    control.api.update({ ...lost, metadata: { ...objectAt(lost, 'metadata'), finalizers: [] } }, 'somebody')
    control.api.delete({
      apiVersion: textAt(lost, 'apiVersion') ?? '',
      kind: 'Instance',
      name: textAt(lost, 'metadata', 'name') ?? '',
      namespace: 'preview',
    })
    claim(copy({}, { annotations: { 'platform.roadbed.dev/allow-removal': 'instance' } }))
    expect((await converge(ref)).outcome).toBe('ready')
    expect(textAt(server(), ...steps(servers.AWS[1]))).toBeDefined()
  })
})
