import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tarOf } from '../archive/tar.ts'
import { digestOf, hexOf, type Digest } from './digest.ts'
import { layerOf, type Layer, type Pack } from './image.ts'

/**
 * Packs as `layerOf` does, but what was packed before is read from a folder: gzip takes longer over Node than everything else
 * over a package. What lies there is named by its content before it was packed, and is whole whenever a process is killed.
 */
export const packOnce =
  (folder: string): Pack =>
  async entries => {
    const hash = createHash('sha256')
    for await (const chunk of tarOf(entries)) hash.update(chunk)
    const diffId: Digest = `sha256:${hash.digest('hex')}`
    const path = join(folder, `${hexOf(diffId)}.tar.gz`)
    const kept = await readFile(path).catch(() => undefined)
    return kept ? { bytes: kept, digest: digestOf(kept), diffId } : keep(folder, path, await layerOf(entries))
  }

/** A folder that can't be written to, or a full disk, only costs the time. */
const keep = async (folder: string, path: string, layer: Layer): Promise<Layer> => {
  const partial = `${path}.${process.pid}.partial`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(partial, layer.bytes)
    await rename(partial, path)
  } catch {
    await rm(partial, { force: true }).catch(() => undefined)
  }
  return layer
}
