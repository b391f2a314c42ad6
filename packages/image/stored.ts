import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { partsOf } from '../archive/tar.ts'
import type { Digest } from './digest.ts'
import type { Sized } from './manifest.ts'
import { corrupt, PackageError } from './package-error.ts'

/** Content that lies in a package file. */
export interface StoredBlob extends Sized {
  readonly read: () => Promise<Buffer>
}

/** Bytes from which on content is read again when it is asked for: Node's layer is never asked for on a user's machine. */
const large = 2 ** 20

/** What a package file holds, by name. */
export const storedIn = async (path: string): Promise<ReadonlyMap<string, StoredBlob>> => {
  const stored = new Map<string, StoredBlob>()
  await visit(path, async (name, part) => {
    const [hash, kept] = [createHash('sha256'), [] as Buffer[]]
    let size = 0
    for await (const chunk of part) {
      hash.update(chunk)
      size += chunk.length
      if (size <= large) kept.push(chunk)
    }
    const digest: Digest = `sha256:${hash.digest('hex')}`
    const content = size <= large ? Buffer.concat(kept) : undefined
    stored.set(name, { digest, size, read: () => (content ? Promise.resolve(content) : readAgain(path, name)) })
  })
  return stored
}

const readAgain = async (path: string, wanted: string): Promise<Buffer> => {
  let found: Buffer | undefined
  await visit(path, async (name, part) => {
    if (name === wanted) found = await buffer(part)
    else for await (const _ of part);
  })
  if (!found) throw corrupt(path, `${wanted} is missing in it`)
  return found
}

/** Calls back for each part of a package file, which has to read it. */
const visit = async (
  path: string,
  each: (name: string, part: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> => {
  const opened = await open(path).catch(() => {
    throw new PackageError(`${path} can't be read: build the packages with npm run build`)
  })
  try {
    for await (const part of partsOf(opened.createReadStream()))
      await each(part.header.name, part as AsyncIterable<Buffer>)
  } catch {
    throw corrupt(path, 'it is not a tar archive')
  } finally {
    await opened.close()
  }
}
