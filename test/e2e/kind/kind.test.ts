import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crossplaneNamespace } from '../../../control-plane/accounts.ts'
import { down } from '../../../control-plane/down.ts'
import { clusterExists } from '../../../control-plane/kind/cluster.ts'
import { readKind } from '../../../control-plane/kind/state.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt, withAt } from '../../../functions/runtime/read.ts'
import { functionName } from '../../../packages/names.ts'
import { example, examplePlatform } from '../../harness/files.ts'
import { hurried } from '../pace.ts'
import { condition, eventually, nowOn, pinned, untilConditionOn } from '../objects.ts'
import { bringUp, cluster, folders, instead, kubectl, name } from './plane.ts'

const quiet = () => undefined
const namespace = 'team-a'
const database = pinned(example('database', 'minimal'), namespace, 'AWS')

/** A program that says what it was given: no image of anybody's is needed for it, but the one with Node that the cluster has. */
const program = `require('http').createServer((_, res) => res.end(JSON.stringify(process.env))).listen(process.env.PORT || 8080)`
const service = (): JsonObject => ({
  apiVersion: 'platform.roadbed.dev/v1alpha1',
  kind: 'XService',
  metadata: { name: 'orders-api', namespace },
  spec: {
    image: readKind(folders)?.image ?? '',
    command: ['/usr/local/bin/node', '-e', program],
    databases: [
      {
        name: 'db',
        spec: { engine: 'Postgres' },
        migration: { command: ['/usr/local/bin/node', '-e', 'if (!process.env.DB_HOST) process.exit(1)'] },
      },
    ],
  },
})

const podsOf = async (selector: string, where: string): Promise<readonly JsonObject[]> => {
  const { items } = JSON.parse(await kubectl('get', 'pods', '-n', where, '-l', selector, '-o', 'json')) as {
    items: readonly JsonObject[]
  }
  return items
}

const functionPods = () => podsOf('pkg.crossplane.io/function=roadbed-function-roadbed', crossplaneNamespace)
const uidsOf = (objects: readonly JsonObject[]) => objects.map(object => textAt(object, 'metadata', 'uid')).toSorted()

/** Needs Docker, kind and helm: not part of `npm run test:e2e`, but `npm run test:e2e -- kind`. */
describe('a control plane in kind', () => {
  beforeAll(async () => {
    await bringUp({ pace: hurried, ...instead })
    await cluster().apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
    await cluster().apply(withAt(examplePlatform(), ['spec', 'registry', 'allowed'], ['roadbed.local']))
  })
  afterAll(() => down({ name, keepData: false }, quiet))

  it('runs the function as pods of Crossplane’s that are what our bundle promises, and that its budget counts', async () => {
    const pods = await functionPods()
    expect(pods.map(pod => textAt(pod, 'status', 'phase'))).toEqual(['Running', 'Running'])
    for (const pod of pods)
      expect(objectAt(pod, 'spec')).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 2000 },
        containers: [{ securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } }],
      })
    const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' }
    await eventually(async () =>
      expect(
        await nowOn(cluster(), { ...budget, metadata: { name: functionName, namespace: crossplaneNamespace } }),
      ).toMatchObject({ status: { expectedPods: 2, currentHealthy: 2, disruptionsAllowed: 1 } }),
    )
  })

  it('makes a database Ready, with its Secret', async () => {
    await cluster().apply(database)
    await untilConditionOn(cluster(), database, 'Ready', /^True/)
    const binding = textAt(await nowOn(cluster(), database), 'status', 'binding', 'name') ?? ''
    const secret = await nowOn(cluster(), { apiVersion: 'v1', kind: 'Secret', metadata: { name: binding, namespace } })
    expect(Object.keys(objectAt(secret, 'data'))).toContain('password')
  })

  it('refuses a wrong claim in our words', async () => {
    const wrong = { ...database, metadata: { name: 'wrong', namespace }, spec: { engine: 'MySQL' } }
    await expect(cluster().apply(wrong)).rejects.toThrow('supported values: "Postgres"')
  })

  it('runs a service in real pods, after its migration, with what it needs to reach its database', async () => {
    await cluster().apply(service())
    await untilConditionOn(cluster(), service(), 'Ready', /^True/, 180)
    const given = JSON.parse(
      await kubectl('get', '--raw', `/api/v1/namespaces/${namespace}/services/orders-api:8080/proxy/`),
    ) as Readonly<Record<string, string>>
    expect(given).toMatchObject({ DB_HOST: expect.stringMatching(/./) as string })
  })

  it('keeps answering while one of the function’s pods is gone', async () => {
    const [pod] = await functionPods()
    await kubectl('delete', 'pod', '-n', crossplaneNamespace, textAt(pod, 'metadata', 'name') ?? '', '--wait=false')
    const second = { ...database, metadata: { name: 'second', namespace } }
    await cluster().apply(second)
    await untilConditionOn(cluster(), second, 'Ready', /^True/)
  })

  it('is left as it is by a second `up`', async () => {
    const before = uidsOf(await functionPods())
    expect((await bringUp()).already).toBe(true)
    expect(uidsOf(await functionPods())).toEqual(before)
  })

  it('finds everything as it was after `down --keep-data`', async () => {
    const uid = textAt(await nowOn(cluster(), database), 'metadata', 'uid')
    await down({ name, keepData: true }, quiet)
    await bringUp()
    const again = await nowOn(cluster(), database)
    expect([textAt(again, 'metadata', 'uid'), condition(again, 'Ready')]).toEqual([uid, expect.stringMatching(/^True/)])
    const third = { ...database, metadata: { name: 'third', namespace } }
    await cluster().apply(third)
    // Crossplane waits for a minute until the lease of what it was before has run out.
    await untilConditionOn(cluster(), third, 'Ready', /^True/, 150)
  })

  it('leaves nothing behind after `down`', async () => {
    expect(await down({ name, keepData: false }, quiet)).toBe(true)
    expect([await clusterExists(name), existsSync(folders.root)]).toEqual([false, false])
  })
})
