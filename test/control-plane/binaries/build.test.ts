import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build } from '../../../control-plane/binaries/build.ts'
import { programs } from '../../../control-plane/versions.ts'
import { canMount, smallDisk } from '../../harness/small-disk.ts'

it.runIf(canMount)('says which disk is full, and leaves no half of a program and no lock', async () => {
  using disk = smallDisk('64k')
  const cache = join(disk.folder, 'roadbed')
  disk.fill()
  await expect(build(programs().etcd, () => undefined, cache)).rejects.toThrow(
    `etcd v3.6.16 could not be built: the disk that holds ${cache} is full`,
  )
  expect(['bin', 'build'].flatMap(folder => readdirSync(join(cache, folder)))).toEqual([])
})
