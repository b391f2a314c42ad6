import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tlsFolder } from '../../../control-plane/credentials.ts'
import { down } from '../../../control-plane/down.ts'
import { isRunning } from '../../../control-plane/processes/identity.ts'
import { recorded, running } from '../../../control-plane/processes/record.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import { up } from '../../../control-plane/up.ts'
import type { CrossplaneVersion } from '../../../control-plane/versions.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { root } from '../../../packages/root.ts'
import { hurried } from '../pace.ts'
import { canMount, smallDisk } from '../../harness/small-disk.ts'
import { cluster, folders, name, quiet, runningPids, upKilledAt } from './plane.ts'

export const begins = (crossplane: CrossplaneVersion) =>
  describe('that begins from nothing', () => {
    const kept: Record<string, number>[] = []
    let saidSoFar = ''

    it.each(['kube-controller-manager ready', 'Crossplane installed'])(
      'leaves what runs when `up` is killed (at “%s”), for the next one to go on',
      async sentence => {
        saidSoFar += await upKilledAt(sentence, '--name', name, '--crossplane', crossplane, '--pace', String(hurried))
        const ready = Object.entries(runningPids()).filter(([service]) => saidSoFar.includes(`${service} ready`))
        expect(ready).not.toEqual([])
        kept.push(Object.fromEntries(ready))
      },
    )

    it('is brought up by the next `up`, which starts no second one of what runs', async () => {
      const { already, crossplane: runs } = await up({ name }, quiet)
      expect([already, runs]).toEqual([false, crossplane])
      for (const before of kept) expect(runningPids()).toMatchObject(before)
    })

    it('runs Crossplane, with Roadbed in it and all kinds of the providers', async () => {
      expect(await cluster().read('v1', 'Namespace', 'crossplane-system')).toBeDefined()
      expect((await cluster().list('rds.aws.m.upbound.io/v1beta1', 'Instance')).items).toEqual([])
      const functions = (await cluster().list('pkg.crossplane.io/v1', 'Function')).items
      expect(functions.map(object => textAt(object, 'metadata', 'name'))).toEqual(['roadbed-function-roadbed'])
    })

    it('calls functions with the certificate that Crossplane has made for itself, which bears its authority’s name', () => {
      const [client, authority] = ['tls.crt', 'ca.crt'].map(
        file => new X509Certificate(readFileSync(join(tlsFolder(folders, 'core-client'), file))),
      )
      if (!client || !authority) return expect.unreachable('there is none')
      expect([client.subject, client.issuer]).toEqual([authority.subject, authority.subject])
      expect([client.verify(authority.publicKey), client.verify(client.publicKey)]).toEqual([true, false])
    })

    it.runIf(canMount)('is refused on a full disk, in words, and `down` leaves nothing of it', () => {
      using disk = smallDisk('3m')
      const env = { ...process.env, XDG_STATE_HOME: disk.folder }
      const roadbed = (...args: readonly string[]) =>
        spawnSync(process.execPath, [join(root, 'cli', 'main.ts'), ...args], { env, encoding: 'utf8' })
      const said = roadbed('up', '--engine', 'processes')
      expect(said.stderr).toContain(`the disk that holds ${disk.folder}/roadbed/control-planes/roadbed is full`)
      expect([said.status, roadbed('down').status]).toEqual([3, 0])
      expect(readdirSync(join(disk.folder, 'roadbed', 'control-planes'))).toEqual([])
    })

    it('is not touched by another one beside it, whose `up` is killed and which `down` then removes whole', async () => {
      const [other, before] = ['e2e-killed', runningPids()]
      await upKilledAt('etcd ready', '--name', other)
      const its = foldersOf(other)
      const left = recorded(its).flatMap(service => running(its, service) ?? [])
      expect(left.length).toBeGreaterThan(0)
      expect(await down({ name: other, keepData: false }, quiet)).toBe(true)
      expect(left.filter(isRunning)).toEqual([])
      expect(existsSync(its.root)).toBe(false)
      expect(readdirSync(join(its.root, '..'))).toEqual([name])
      expect(runningPids()).toEqual(before)
    })
  })
