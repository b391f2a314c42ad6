import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../control-plane/api/cluster.ts'
import { ownPackages } from '../../../control-plane/own-packages.ts'
import { layersFolder } from '../../../control-plane/paths.ts'
import { isFree } from '../../../control-plane/ports.ts'
import { identify } from '../../../control-plane/processes/identity.ts'
import { recorded } from '../../../control-plane/processes/record.ts'
import type { PackageFile } from '../../../control-plane/registry/package-file.ts'
import { serviceNames } from '../../../control-plane/services/service.ts'
import { up } from '../../../control-plane/up.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { file } from '../../../packages/archive/tar.ts'
import { buildPackages } from '../../../packages/build.ts'
import { imageFiles } from '../../../packages/function/root-file-system.ts'
import { packOnce } from '../../../packages/image/pack-once.ts'
import { eventually } from '../objects.ts'
import { cluster, configMap, folders, name, pidOf, quiet, runningPids, upAgain } from './plane.ts'

export const stands = () =>
  describe('that is up', () => {
    it('listens on loopback only: nobody on the network may reach it', { skip: process.platform !== 'linux' }, () => {
      const addresses = serviceNames.flatMap(service => listeningAddresses(pidOf(service)))
      expect(addresses.length).toBeGreaterThanOrEqual(9)
      expect(addresses.filter(address => address !== '127.0.0.1')).toEqual([])
    })

    it('lets Crossplane do what its chart lets it in a cluster and no more, or a right that users lack would not show', async () => {
      const asCrossplane = connect(join(folders.tls, 'crossplane', 'kubeconfig'))
      await expect(asCrossplane.list('platform.roadbed.dev/v1alpha1', 'XDatabase')).resolves.toBeDefined()
      await expect(asCrossplane.list('v1', 'Node')).rejects.toThrow(
        'User "system:serviceaccount:crossplane-system:crossplane" cannot list resource "nodes"',
      )
    })

    it('refuses a field that a provider’s kind does not have', async () => {
      const wrong = {
        apiVersion: 'rds.aws.m.upbound.io/v1beta1',
        kind: 'SubnetGroup',
        metadata: { name: 'wrong', namespace: 'default' },
        spec: { forProvider: { region: 'eu-west-1', subnets: ['a'] } },
      }
      await expect(cluster().apply(wrong)).rejects.toThrow('subnets')
    })

    it('protects what a Usage names from deletion', async () => {
      await cluster().apply(configMap('used'))
      await cluster().apply({
        apiVersion: 'protection.crossplane.io/v1beta1',
        kind: 'Usage',
        metadata: { name: 'test', namespace: 'default' },
        spec: { of: { apiVersion: 'v1', kind: 'ConfigMap', resourceRef: { name: 'used' } }, reason: 'it is a test' },
      })
      const inUse = async () =>
        textAt(await cluster().read('v1', 'ConfigMap', 'used', 'default'), 'metadata', 'labels', 'crossplane.io/in-use')
      await expect.poll(inUse, { timeout: 20_000 }).toBe('true')
      expect(await cluster().remove(configMap('used'))).toContain('it is a test')
    })

    it('is left as it is by a second `up`', async () => {
      const before = runningPids()
      expect(Object.keys(before)).toHaveLength(serviceNames.length)
      expect((await up({ name }, quiet)).already).toBe(true)
      expect(runningPids()).toEqual(before)
    })

    it('runs what the sources are now as soon as `up` says so, though the version is the same', async () => {
      const active = async () => (await activeRevisions()).map(item => textAt(item, 'metadata', 'name') ?? '')
      const before = await active()
      await up({ name, packages: await changedPackages() }, quiet)
      const after = await active()
      expect([before, after].map(({ length }) => length)).toEqual([1, 1])
      expect(after).not.toEqual(before)
      expect(recorded(folders)).toContain(`function-${after[0]}`)
      await up({ name }, quiet)
      expect(await active()).toEqual(before)
    })

    it('says that its registry has died while packages are installed, and the next `up` brings it back', async () => {
      const killed = ({ text }: { readonly text: string }) => {
        if (text === 'kinds of the providers') process.kill(pidOf('companion'), 'SIGKILL')
      }
      await expect(upAgain({}, killed)).rejects.toThrow(/^companion has ended; its log is \S+companion\.log/)
      expect((await upAgain()).already).toBe(false)
    })

    it('gets back what has died, with all that it holds, and the function where it was: Crossplane may be calling it', async () => {
      const endpoints = async () => (await activeRevisions()).map(item => textAt(item, 'status', 'endpoint'))
      const before = await endpoints()
      await cluster().apply(configMap('kept', { a: 'b' }))
      const [etcd, others] = [pidOf('etcd'), ['crossplane', 'companion', 'kube-apiserver'] as const]
      for (const service of others) process.kill(pidOf(service), 'SIGKILL')
      expect((await upAgain()).already).toBe(false)
      expect(pidOf('etcd')).toBe(etcd)
      expect((await cluster().read('v1', 'ConfigMap', 'kept', 'default'))?.['data']).toEqual({ a: 'b' })
      const port = Number(before[0]?.split(':').at(-1))
      await eventually(async () => expect(await isFree(port)).toBe(false))
      expect(await endpoints()).toEqual(before)
    })
  })

const activeRevisions = async (): Promise<readonly JsonObject[]> => {
  const { items } = await cluster().list('pkg.crossplane.io/v1', 'FunctionRevision')
  return items.filter(item => textAt(item, 'spec', 'desiredState') === 'Active')
}

/** This checkout's packages, with a file more in the function's. */
const changedPackages = async (): Promise<readonly PackageFile[]> => {
  const [own, { node, program }] = [await ownPackages(folders), await imageFiles()]
  const files = { node, program: [...program, file('function/CHANGED', 'yes')] }
  const packNode = packOnce(layersFolder())
  const built = await buildPackages({ out: join(folders.root, 'changed'), files, packNode })
  return own.map(each => ({ ...each, file: built.find(({ repository }) => repository === each.published)?.file ?? '' }))
}

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
