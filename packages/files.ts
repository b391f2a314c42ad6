import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withFolders, type TarEntry } from './archive/tar.ts'

/** Writes files and folders anew into a folder, with the permissions they say, whatever the umask. */
export const writeEntries = async (folder: string, entries: readonly TarEntry[]): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const { path, mode, content } of withFolders(entries)) {
    const target = inside(folder, path)
    if (content) await writeFile(target, content)
    else await mkdir(target, { recursive: true })
    await chmod(target, mode)
  }
}

/** Writes one file, and the folders above it. */
export const writeOne = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

/** An archive from elsewhere must not write beside the folder that it is unpacked into. */
const inside = (folder: string, path: string): string => {
  if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`${path} would lie outside of ${folder}`)
  return join(folder, path)
}
