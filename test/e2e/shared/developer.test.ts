import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim, environmentClaim, platform } from '../../harness/claims.ts'
import { applyPlatform, cluster, kubectl, leaveEnvironments, untilReady } from './bed.ts'

const own = `developers-${process.pid}`
const other = `others-${process.pid}`
const account = { kind: 'ServiceAccount', name: 'dev', namespace: 'default' }
const environments = [
  environmentClaim(
    { placement: { provider: 'Kubernetes' }, access: [{ name: 'dev', subject: account, role: 'Developer' }] },
    { name: own },
  ),
  environmentClaim({}, { name: other }),
]
const folder = mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))
const kubeconfig = join(folder, 'kubeconfig')

/** What a person types who has nothing but this file. */
const asDeveloper = (...args: readonly string[]) => kubectl('--kubeconfig', kubeconfig, ...args)

const file = (object: JsonObject): string => {
  const path = join(folder, 'object.json')
  writeFileSync(path, JSON.stringify(object))
  return path
}

beforeAll(async () => {
  await applyPlatform()
  await cluster.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'dev', namespace: 'default' } })
  for (const environment of environments) await cluster.apply(environment)
  for (const environment of environments) await untilReady(environment, 60)
  const config = JSON.parse(await kubectl('config', 'view', '--raw', '--minify', '-o', 'json')) as JsonObject
  const token = (await kubectl('create', 'token', 'dev', '-n', 'default')).trim()
  const [context] = listAt(config, 'contexts')
  const user = textAt(context, 'context', 'user') ?? ''
  writeFileSync(kubeconfig, JSON.stringify({ ...config, users: [{ name: user, user: { token } }] }))
})

afterAll(async () => {
  await leaveEnvironments(environments)
  await cluster.remove({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'dev', namespace: 'default' } })
})

describe('a developer with a kubeconfig that holds the role Developer in one environment', () => {
  const claim = databaseClaim({ deletion: { protection: 'Disabled' } }, { namespace: own })

  it('claims a database there, waits for it, reads its Secret and deletes it', async () => {
    expect(await asDeveloper('auth', 'whoami')).toContain('system:serviceaccount:default:dev')
    expect(await asDeveloper('apply', '-f', file(claim))).toContain('created')
    expect(
      await asDeveloper('wait', 'xdatabase/orders', '-n', own, '--for=condition=Ready', '--timeout=90s'),
    ).toContain('met')
    expect(await asDeveloper('get', 'secret', 'orders-conn', '-n', own, '-o', 'name')).toContain('secret/orders-conn')
    expect(await asDeveloper('delete', 'xdatabase', 'orders', '-n', own, '--wait=false')).toContain('deleted')
  })

  it.each<[string, readonly string[]]>([
    ['claims in another environment', ['apply', '-f', file(databaseClaim({}, { namespace: other }))]],
    ['reads another one’s Secrets', ['get', 'secrets', '-n', other]],
    ['looks at XEnvironments and XPlatform as their owner', ['delete', 'xenvironment', own]],
    [
      'wakes or extends his own environment',
      ['patch', 'xenvironment', own, '--type=merge', '-p', '{"spec":{"lifecycle":{"ttl":"9d"}}}'],
    ],
    ['makes himself an environment', ['create', '-f', join(folder, 'environment.json')]],
    ['writes the platform', ['create', '-f', join(folder, 'platform.json')]],
    ['lifts his quota', ['delete', 'resourcequotas', '--all', '-n', own]],
    [
      'relabels his Namespace',
      ['label', 'namespace', own, 'pod-security.kubernetes.io/enforce=privileged', '--overwrite'],
    ],
    ['deletes his Namespace', ['delete', 'namespace', own]],
    [
      'gives himself a stronger role',
      ['create', 'rolebinding', 'me', '--clusterrole=admin', '--serviceaccount=default:dev', '-n', own],
    ],
    ['takes a protection away by itself', ['delete', 'usages.protection.crossplane.io', '--all', '-n', own]],
    ['writes what claims are made of', ['create', '-f', join(folder, 'cluster.json')]],
  ])('never %s', async (_, args) => {
    writeFileSync(join(folder, 'environment.json'), JSON.stringify(environmentClaim({}, { name: 'mine' })))
    writeFileSync(join(folder, 'platform.json'), JSON.stringify(platform({})))
    const server = { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', metadata: { name: 'c', namespace: own } }
    writeFileSync(join(folder, 'cluster.json'), JSON.stringify({ ...server, spec: { instances: 1 } }))
    if (args[0] === 'apply') file(databaseClaim({}, { namespace: other }))
    await expect(asDeveloper(...args)).rejects.toThrow(/forbidden|cannot/)
  })
})
