import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWhole } from '../../../control-plane/files.ts'
import { packageImages } from '../../../control-plane/registry/package-images.ts'
import { packagesFile } from '../../../control-plane/registry/package-file.ts'
import { freshFolders } from '../harness.ts'

const blob = (text: string) => ({ digest: `sha256:${text}`, bytes: Buffer.from(text) })

/** A control plane that is offered one package; `reads` counts how often its file was read. */
const offered = () => {
  const folders = freshFolders()
  const file = join(folders.root, 'roadbed.xpkg')
  const published = 'xpkg.example.org/roadbed/function-roadbed'
  const offer = [{ kind: 'Function', name: 'function', published, tag: 'v0.1.0', file }]
  writeWhole(packagesFile(folders), JSON.stringify(offer))
  writeFileSync(file, '')
  let reads = 0
  const read = () => {
    reads++
    const mediaType = 'application/json'
    return Promise.resolve({
      manifest: { mediaType },
      manifestBlob: blob('m'),
      config: blob('c'),
      layers: [{ digest: 'sha256:l', size: 1, read: () => Promise.resolve(Buffer.from('l')) }],
    })
  }
  return { folders, file, images: packageImages(folders, read), reads: () => reads }
}

describe('packageImages', () => {
  it('serves a package under its published path, with config and layers', async () => {
    const [image] = await offered().images()
    expect(image).toMatchObject({
      repository: 'roadbed/function-roadbed',
      tag: 'v0.1.0',
      manifest: { digest: 'sha256:m' },
    })
    expect([...(image?.blobs.keys() ?? [])]).toEqual(['sha256:c', 'sha256:l'])
  })

  it('reads a file once, and again when it was built anew', async () => {
    const { file, images, reads } = offered()
    await images()
    await images()
    expect(reads()).toBe(1)
    utimesSync(file, 1, 1)
    await images()
    expect(reads()).toBe(2)
  })

  it('serves nothing when nothing is offered, or what is offered can’t be understood', async () => {
    const read = () => expect.unreachable('there is no file')
    expect(await packageImages(freshFolders(), read)()).toEqual([])
    const { folders } = offered()
    writeWhole(packagesFile(folders), '[{"kind":"Provider"}]')
    expect(await packageImages(folders, read)()).toEqual([])
  })
})
