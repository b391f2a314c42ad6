import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePorts, loopback } from '../../../control-plane/ports.ts'
import { servedImage } from '../../../control-plane/registry/package-images.ts'
import { serveRegistry } from '../../../control-plane/registry/serve.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { readArchive } from '../../../packages/image/archive.ts'
import { condition, eventually, nowOn } from '../objects.ts'
import { asOther, writeSmallPackage } from '../../harness/small-package.ts'
import { cluster, folders } from './plane.ts'

export const losesItsRegistry = () =>
  describe('with a package whose registry is down', () => {
    it('says so in the package’s conditions, and installs it by itself once the registry is back', async () => {
      const file = join(folders.root, 'other.xpkg')
      await writeSmallPackage(file, '>=v2.0.0')
      const other = asOther(file)
      const [port = 0] = await freePorts(1)
      const { kind, name, published, tag } = other
      const installed: JsonObject = { apiVersion: 'pkg.crossplane.io/v1', kind, metadata: { name } }
      await cluster().apply({
        apiVersion: 'pkg.crossplane.io/v1beta1',
        kind: 'ImageConfig',
        metadata: { name },
        spec: {
          matchImages: [{ type: 'Prefix', prefix: published }],
          rewriteImage: { prefix: published.replace(/^[^/]+/, `127.0.0.1:${port}`) },
        },
      })
      await cluster().apply({ ...installed, spec: { package: `${published}:${tag}` } })
      await eventually(async () =>
        expect(condition(await nowOn(cluster(), installed), 'Installed')).toMatch(
          new RegExp(
            `^False UnpackingPackage: cannot unpack package: .*127\\.0\\.0\\.1:${port}: connect: connection refused`,
          ),
        ),
      )

      const image = servedImage(other, await readArchive(file))
      const registry = await serveRegistry(() => Promise.resolve([image]), { host: loopback, port })
      const healthy = async () => expect(condition(await nowOn(cluster(), installed), 'Healthy')).toMatch(/^True/)
      await eventually(healthy, 90).finally(registry.close)
      await cluster().remove(installed)
    })
  })
