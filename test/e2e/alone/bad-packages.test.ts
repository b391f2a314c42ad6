import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ownPackages } from '../../../control-plane/own-packages.ts'
import { up } from '../../../control-plane/up.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { asOther, writeSmallPackage } from '../../harness/small-package.ts'
import { again, cluster, folders, newNamespace } from '../shared/bed.ts'

const silent = () => undefined
const own = await ownPackages(folders)

it('says which package is damaged, at once, and leaves what is installed alone', async () => {
  const damaged = join(folders.root, 'damaged.xpkg')
  const bytes = readFileSync(own[0]?.file ?? '')
  bytes.fill(0, bytes.length / 2, bytes.length / 2 + 4096)
  writeFileSync(damaged, bytes)
  await expect(up({ ...again, packages: [...own, asOther(damaged)] }, silent)).rejects.toThrow(
    /damaged\.xpkg is no package: .*Build it again/,
  )
  expect(await cluster.read('pkg.crossplane.io/v1', 'Configuration', 'other')).toBeUndefined()
})

it('says that a package wants another Crossplane, in Crossplane’s words, and the next `up` is as if nothing had been', async () => {
  const path = join(folders.root, 'tomorrow.xpkg')
  await writeSmallPackage(path, '>=v9.0.0')
  await expect(up({ ...again, packages: [...own, asOther(path)] }, silent)).rejects.toThrow(
    /Configuration other can't be installed[^]*package is not compatible with Crossplane version \(v2\.4\.0\)/,
  )
  await cluster.remove({ apiVersion: 'pkg.crossplane.io/v1', kind: 'Configuration', metadata: { name: 'other' } })
  expect((await up(again, silent)).already).toBe(true)
  await cluster.apply(databaseClaim({}, { namespace: await newNamespace('after') }))
})
