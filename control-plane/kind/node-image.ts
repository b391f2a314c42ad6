import { rm } from 'node:fs/promises'
import { writeOne } from '../../packages/files.ts'
import { nodeFiles } from '../../packages/function/node-files.ts'
import { runtimePlatform } from '../../packages/function/runtime.ts'
import { writeArchive } from '../../packages/image/archive.ts'
import { hexOf } from '../../packages/image/digest.ts'
import { imageOf } from '../../packages/image/image.ts'
import { packOnce } from '../../packages/image/pack-once.ts'
import { layersFolder } from '../paths.ts'
import type { Folders } from '../state.ts'
import { loadImage } from './cluster.ts'
import { companionImage } from './paths.ts'

/**
 * Has the node know an image with this machine's Node: what runs in it, it sees in the checkout.
 *
 * @param loaded the image that it was given before
 * @returns the image's name
 */
export const loadNodeImage = async (plane: string, folders: Folders, loaded?: string): Promise<string> => {
  const image = imageOf({ platform: runtimePlatform(), layers: [await packOnce(layersFolder())(nodeFiles())] })
  const named = `roadbed.local/node:${hexOf(image.config.digest).slice(0, 12)}`
  if (named === loaded) return named
  const archive = companionImage(folders)
  await writeOne(archive, await writeArchive(image, named))
  await loadImage(plane, archive)
  await rm(archive)
  return named
}
