import { statSync } from 'node:fs'
import type { Folders } from '../state.ts'
import type { Content, ServedImage } from './image.ts'
import { offeredPackages, type PackageFile } from './package-file.ts'

interface Blob {
  readonly digest: string
  readonly bytes: Buffer
}

/** What is known of a package file; its layers are read when they are asked for. */
export interface Archive {
  readonly manifest: { readonly mediaType: string }
  readonly manifestBlob: Blob
  readonly config: Blob
  readonly layers: readonly (Content & { readonly digest: string })[]
}

/** Rejects with a sentence, when the file is no package. */
export type ReadArchive = (file: string) => Promise<Archive>

/** What the registry serves: the packages that `up` offers, as their files are now. A file is read again when it has changed. */
export const packageImages = (folders: Folders, read: ReadArchive): (() => Promise<readonly ServedImage[]>) => {
  const known = new Map<string, Promise<Archive>>()
  const archiveOf = (file: string): Promise<Archive> => {
    const key = `${file} ${changedAt(file)}`
    const archive = known.get(key) ?? read(file)
    known.set(key, archive)
    return archive
  }
  return () =>
    Promise.all(offeredPackages(folders).map(async offered => servedImage(offered, await archiveOf(offered.file))))
}

/** A package as a registry serves it. */
export const servedImage = (
  { published, tag }: PackageFile,
  { manifest, manifestBlob, config, layers }: Archive,
): ServedImage => ({
  repository: published.slice(published.indexOf('/') + 1),
  tag,
  manifest: { mediaType: manifest.mediaType, ...manifestBlob },
  blobs: new Map<string, Content>([
    [config.digest, { size: config.bytes.length, read: () => Promise.resolve(config.bytes) }],
    ...layers.map(layer => [layer.digest, layer] as const),
  ]),
})

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
