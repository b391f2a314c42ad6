import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeEntries } from '../../packages/files.ts'
import { filesOf, programLayers, readArchive } from '../../packages/image/archive.ts'
import type { Command } from '../processes/start.ts'
import { offeredPackages } from '../registry/package-file.ts'
import type { Folders } from '../state.ts'
import type { Revision } from './revision.ts'

/**
 * How the function of a revision is run: the program in its package, unpacked, by this Node.
 *
 * @throws a sentence when the package is not among those that this control plane was given
 */
export const functionProgram = async (
  folders: Folders,
  { image }: Revision,
  address: string,
  certificates: string,
): Promise<Command> => {
  const found = offeredPackages(folders).find(({ published, tag }) => image === `${published}:${tag}`)
  if (!found) throw new Error(`there is no package ${image} here to be run`)
  const archive = await readArchive(found.file)
  const root = join(folders.cache, 'functions', archive.manifestBlob.digest.replace(':', '-'))
  const entryPoint = entryPointOf(archive.config.bytes)
  const [flags, program = ''] = [entryPoint.slice(1, -1), entryPoint.at(-1)]
  if (!existsSync(join(root, program))) {
    // Node itself, in the layers below, is here already.
    const own = programLayers(archive).slice(-1)
    await writeEntries(root, (await Promise.all(own.map(filesOf))).flat())
  }
  const args = ['--tls-certs-dir', certificates, '--address', address, '--metrics-address', 'none']
  return { path: process.execPath, args: [...flags, join(root, program), ...args] }
}

/** Node, its flags, then the program. */
const entryPointOf = (config: Buffer): readonly string[] => {
  const { config: settings } = JSON.parse(config.toString()) as { config?: { Entrypoint?: readonly string[] } }
  return settings?.Entrypoint ?? []
}
