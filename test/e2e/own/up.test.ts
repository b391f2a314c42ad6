import { mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { down } from '../../../control-plane/down.ts'
import { identify, isRunning } from '../../../control-plane/processes/identity.ts'
import { recorded, running } from '../../../control-plane/processes/record.ts'
import { serviceNames } from '../../../control-plane/services/service.ts'
import { foldersOf, readSettings } from '../../../control-plane/state.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { up, type Up } from '../../../control-plane/up.ts'

const name = 'e2e-up'
const said: string[] = []
const report = ({ text }: { readonly text: string }) => void said.push(text)
let folders: ReturnType<typeof foldersOf>
let first: Up
let cluster: Cluster

beforeAll(async () => {
  process.env['XDG_STATE_HOME'] = mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))
  folders = foldersOf(name)
  first = await up({ name }, report)
  cluster = connect(first.kubeconfig)
})
afterAll(() => down({ name, keepData: false }, report))

const pidOf = (service: (typeof serviceNames)[number]): number => {
  const identity = running(folders, service)
  if (!identity) throw new Error(`${service} does not run`)
  return identity.pid
}

const configMap = (mapName: string, data: Record<string, string> = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: mapName, namespace: 'default' },
  data,
})

describe('a control plane that is up', () => {
  it('runs Crossplane, with Roadbed in it and all kinds of the providers', async () => {
    expect(first.already).toBe(false)
    expect(await cluster.read('v1', 'Namespace', 'crossplane-system')).toBeDefined()
    expect((await cluster.list('rds.aws.m.upbound.io/v1beta1', 'Instance')).items).toEqual([])
    const functions = (await cluster.list('pkg.crossplane.io/v1', 'Function')).items
    expect(functions.map(object => textAt(object, 'metadata', 'name'))).toEqual(['roadbed-function-roadbed'])
  })

  it('listens on loopback only: nobody on the network may reach it', { skip: process.platform !== 'linux' }, () => {
    const addresses = serviceNames.flatMap(service => listeningAddresses(pidOf(service)))
    expect(addresses.length).toBeGreaterThanOrEqual(9)
    expect(addresses.filter(address => address !== '127.0.0.1')).toEqual([])
  })

  it('lets Crossplane do what its chart lets it in a cluster and no more, or a right that users lack would not show', async () => {
    const asCrossplane = connect(join(folders.tls, 'crossplane', 'kubeconfig'))
    expect((await asCrossplane.list('platform.roadbed.dev/v1alpha1', 'XDatabase')).items).toEqual([])
    await expect(asCrossplane.list('networking.k8s.io/v1', 'Ingress')).rejects.toThrow(
      'User "system:serviceaccount:crossplane-system:crossplane" cannot list resource "ingresses"',
    )
  })

  it('refuses a field that a provider’s kind does not have', async () => {
    const wrong = {
      apiVersion: 'rds.aws.m.upbound.io/v1beta1',
      kind: 'SubnetGroup',
      metadata: { name: 'wrong', namespace: 'default' },
      spec: { forProvider: { region: 'eu-west-1', subnets: ['a'] } },
    }
    await expect(cluster.apply(wrong)).rejects.toThrow('subnets')
  })

  it('protects what a Usage names from deletion', async () => {
    await cluster.apply(configMap('used'))
    await cluster.apply({
      apiVersion: 'protection.crossplane.io/v1beta1',
      kind: 'Usage',
      metadata: { name: 'test', namespace: 'default' },
      spec: { of: { apiVersion: 'v1', kind: 'ConfigMap', resourceRef: { name: 'used' } }, reason: 'it is a test' },
    })
    const inUse = async () =>
      textAt(await cluster.read('v1', 'ConfigMap', 'used', 'default'), 'metadata', 'labels', 'crossplane.io/in-use')
    await expect.poll(inUse, { timeout: 20_000 }).toBe('true')
    expect(await cluster.remove(configMap('used'))).toContain('it is a test')
  })

  it('is left as it is by a second `up`', async () => {
    const before = serviceNames.map(pidOf)
    expect((await up({ name }, report)).already).toBe(true)
    expect(serviceNames.map(pidOf)).toEqual(before)
  })

  it('gets back what has died, with all that it holds', async () => {
    await cluster.apply(configMap('kept', { a: 'b' }))
    const [etcd, others] = [pidOf('etcd'), ['crossplane', 'companion', 'kube-apiserver'] as const]
    for (const service of others) process.kill(pidOf(service), 'SIGKILL')
    expect((await up({ name }, report)).already).toBe(false)
    expect(pidOf('etcd')).toBe(etcd)
    expect((await cluster.read('v1', 'ConfigMap', 'kept', 'default'))?.['data']).toEqual({ a: 'b' })
  })

  it('keeps its data over a `down` that is told so, and names a port that somebody took meanwhile', async () => {
    await down({ name, keepData: true }, report)
    expect(recorded(folders)).toEqual([])
    const port = readSettings(folders, name)?.ports.apiServer
    const intruder = createServer().listen(port, '127.0.0.1')
    await once(intruder, 'listening')
    await expect(up({ name }, report)).rejects.toThrow(`port ${port} on 127.0.0.1 is taken by`)
    intruder.close()
    await up({ name }, report)
    expect((await cluster.read('v1', 'ConfigMap', 'kept', 'default'))?.['data']).toEqual({ a: 'b' })
  })

  it('is gone after `down`, with every process and file', async () => {
    const all = recorded(folders).flatMap(service => running(folders, service) ?? [])
    expect(all.length).toBeGreaterThanOrEqual(serviceNames.length)
    expect(await down({ name, keepData: false }, report)).toBe(true)
    expect(all.filter(isRunning)).toEqual([])
    expect(readdirSync(join(folders.root, '..'))).toEqual([])
    expect(await down({ name, keepData: false }, report)).toBe(false)
  })
})

/** The local addresses on which a process listens, from the kernel's tables. */
const listeningAddresses = (pid: number): readonly string[] => {
  expect(identify(pid)).toBeDefined()
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).map(descriptor => readlinkSync(`/proc/${pid}/fd/${descriptor}`)),
  )
  return ['tcp', 'tcp6'].flatMap(table =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map(line => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(`socket:[${inode}]`))
      .map(([, local = '']) => (local.startsWith('0100007F:') ? '127.0.0.1' : local)),
  )
}
