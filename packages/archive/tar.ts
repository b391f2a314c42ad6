import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { extract, pack, type Extract } from 'tar-stream'

/** A file or folder of an archive. Owner and times are not kept: everything is root's and of 1970. */
export interface TarEntry {
  /** Relative, with `/`, without `.` and `..`. */
  readonly path: string
  /** Permission bits, such as 0o644. */
  readonly mode: number
  /** `undefined` for a folder. */
  readonly content: Buffer | undefined
}

export const file = (path: string, content: string | Buffer, mode = 0o644): TarEntry => ({
  path,
  mode,
  content: typeof content === 'string' ? Buffer.from(content) : content,
})

/** A tar archive whose bytes depend on nothing but the entries: sorted, owned by root, without times. */
export const tarOf = (entries: readonly TarEntry[]): AsyncIterable<Buffer> => {
  const archive = pack()
  for (const { path, mode, content } of withFolders(entries)) {
    const header = { name: path, mode, uid: 0, gid: 0, mtime: new Date(0) }
    if (content) archive.entry({ ...header, type: 'file', size: content.length }, content)
    else archive.entry({ ...header, type: 'directory' })
  }
  archive.finalize()
  return archive as AsyncIterable<Buffer>
}

export const writeTar = (entries: readonly TarEntry[]): Promise<Buffer> => buffer(tarOf(entries))

/** The files and folders of a tar archive; links and devices are left out. Rejects when it is not a tar archive. */
export const readTar = async (archive: Uint8Array): Promise<readonly TarEntry[]> => {
  const entries: TarEntry[] = []
  for await (const part of partsOf(Readable.from([archive]))) {
    const { name: path, mode, type } = part.header
    const content = await buffer(part)
    if (type === 'file') entries.push({ path, mode, content })
    if (type === 'directory') entries.push({ path: path.replace(/\/$/, ''), mode, content: undefined })
  }
  return entries
}

/** The parts of a tar archive as they come; each has to be read to its end. Rejects when it is not a tar archive, or can't be read. */
export const partsOf = (archive: Readable): Extract => {
  const parts = extract()
  archive.once('error', problem => parts.destroy(problem))
  return archive.pipe(parts)
}

/** Every folder that an entry lies in is an entry too, or whoever unpacks it makes up its permissions. */
export const withFolders = (entries: readonly TarEntry[]): readonly TarEntry[] => {
  const all = new Map<string, TarEntry>()
  for (const { path } of entries) {
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      all.set(folder, { path: folder, mode: 0o755, content: undefined })
    }
  }
  for (const entry of entries) all.set(entry.path, entry)
  return [...all.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1))
}
