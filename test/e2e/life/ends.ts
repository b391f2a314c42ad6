import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { down } from '../../../control-plane/down.ts'
import { isRunning } from '../../../control-plane/processes/identity.ts'
import { recorded, running } from '../../../control-plane/processes/record.ts'
import { serviceNames } from '../../../control-plane/services/service.ts'
import { readSettings } from '../../../control-plane/state.ts'
import { cluster, configMap, folders, name, quiet, upAgain } from './plane.ts'

export const ends = () =>
  describe('that ends', () => {
    // Whatever failed before.
    afterAll(() => down({ name, keepData: false }, quiet))

    it('keeps its data over a `down` that is told so, and names a port that somebody took meanwhile', async () => {
      await cluster().apply(configMap('kept', { a: 'b' }))
      await down({ name, keepData: true }, quiet)
      expect(recorded(folders)).toEqual([])
      const port = readSettings(folders, name)?.ports.apiServer
      const intruder = createServer().listen(port, '127.0.0.1')
      await once(intruder, 'listening')
      await expect(upAgain()).rejects.toThrow(`port ${port} on 127.0.0.1 is taken by`)
      intruder.close()
      await upAgain()
      expect((await cluster().read('v1', 'ConfigMap', 'kept', 'default'))?.['data']).toEqual({ a: 'b' })
    })

    it('is gone after `down`, with every process and file', async () => {
      const all = recorded(folders).flatMap(service => running(folders, service) ?? [])
      expect(all.length).toBeGreaterThanOrEqual(serviceNames.length)
      expect(await down({ name, keepData: false }, quiet)).toBe(true)
      expect(all.filter(isRunning)).toEqual([])
      expect(readdirSync(join(folders.root, '..'))).toEqual([])
      expect(await down({ name, keepData: false }, quiet)).toBe(false)
    })
  })
