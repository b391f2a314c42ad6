import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { databaseClaim, platform } from '../../harness/claims.ts'
import { cluster, kubectl, newNamespace, now } from './bed.ts'

const folder = mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))

/** As a developer who has the role `edit` of Kubernetes in one namespace, and nothing else. */
const asDeveloper = (...args: readonly string[]) => kubectl(...args, '--as=dev@example.org', '--as-group=developers')

const written = (object: JsonObject): string => {
  const file = join(folder, 'object.json')
  writeFileSync(file, JSON.stringify(object))
  return file
}

const applyAsDeveloper = (object: JsonObject) => asDeveloper('apply', '-f', written(object))

const binding = (namespace: string): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'developers', namespace },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'edit' },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'developers' }],
})

/** `can-i` answers with an exit code too. */
const said = (error: unknown): string =>
  error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)

let own: string
let other: string

beforeAll(async () => {
  own = await newNamespace('own')
  other = await newNamespace('other')
  await cluster.apply(binding(own))
})

describe('who has `edit` in one namespace', () => {
  it('claims, changes and deletes a database there', async () => {
    const claim = databaseClaim({ deletion: { protection: 'Disabled' } }, { namespace: own })
    expect(await applyAsDeveloper(claim)).toContain('created')
    expect(await asDeveloper('get', 'xdatabases', '-n', own)).toContain('orders')
    expect(await applyAsDeveloper(databaseClaim({ size: 'medium' }, { namespace: own }))).toContain('configured')
    expect(await asDeveloper('delete', 'xdatabase', 'orders', '-n', own)).toContain('deleted')
  })

  it('writes nothing of the platform, which decides for every team', async () => {
    const file = written(platform({ defaults: { provider: 'AWS' } }))
    await expect(asDeveloper('create', '-f', file)).rejects.toThrow('cannot create resource "xplatforms"')
    await expect(asDeveloper('delete', 'xplatform', 'default')).rejects.toThrow('cannot delete resource "xplatforms"')
    for (const verb of ['patch', 'update'])
      expect(await asDeveloper('auth', 'can-i', verb, 'xplatforms').catch(said)).toContain('no')
  })

  it('neither sees nor makes a claim of another namespace', async () => {
    await expect(asDeveloper('get', 'xdatabases', '-n', other)).rejects.toThrow('forbidden')
    await expect(applyAsDeveloper(databaseClaim({}, { namespace: other }))).rejects.toThrow('forbidden')
    expect(await now(databaseClaim({}, { namespace: other }))).toEqual({})
  })

  it('reads the connection Secrets of its own namespace and of no other', async () => {
    await expect(asDeveloper('get', 'secrets', '-n', own)).resolves.toBeDefined()
    for (const namespace of [other, 'crossplane-system'])
      await expect(asDeveloper('get', 'secrets', '-n', namespace)).rejects.toThrow('forbidden')
    await expect(asDeveloper('get', 'secrets', '--all-namespaces')).rejects.toThrow('forbidden')
  })

  it('does not write what a claim is made of, past the claim’s rules', async () => {
    for (const kind of ['instances.rds.aws.m.upbound.io', 'clusters.postgresql.cnpg.io'])
      expect(await asDeveloper('auth', 'can-i', 'create', kind, '-n', own).catch(said)).toContain('no')
  })
})
