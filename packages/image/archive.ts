import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { file, readTar, writeTar, type TarEntry } from '../archive/tar.ts'
import { hexOf } from './digest.ts'
import type { Blob, Image } from './image.ts'
import { isPackageLayer, manifestOf, type Manifest } from './manifest.ts'
import { corrupt } from './package-error.ts'
import { storedIn, type StoredBlob } from './stored.ts'

/** A package as a registry serves it. */
export interface PackageArchive {
  readonly manifest: Manifest
  /** The manifest's bytes; its digest names the package. */
  readonly manifestBlob: Blob
  readonly config: Blob
  /** In the manifest's order. */
  readonly layers: readonly StoredBlob[]
}

/**
 * Writes the file that `crossplane xpkg push` takes: an image as `docker save` writes it.
 *
 * @param name with a tag, for what is not pushed but given to a machine; a package is named when it is pushed
 */
export const writeArchive = async ({ config, layers }: Image, name?: string): Promise<Buffer> => {
  const manifest = [
    { Config: config.digest, RepoTags: name === undefined ? null : [name], Layers: layers.map(layerPath) },
  ]
  return writeTar([
    file(config.digest, config.bytes),
    ...layers.map(layer => file(layerPath(layer), layer.bytes)),
    file('manifest.json', JSON.stringify(manifest)),
  ])
}

const layerPath = ({ digest }: Pick<Blob, 'digest'>): string => `${hexOf(digest)}.tar.gz`

const index = Type.Tuple([Type.Object({ Config: Type.String(), Layers: Type.Array(Type.String(), { minItems: 1 }) })])
const labelled = Type.Object({
  config: Type.Object({ Labels: Type.Record(Type.String(), Type.String()) }),
  rootfs: Type.Object({ diff_ids: Type.Array(Type.String()) }),
})

/** Reads a package file to its end and checks every digest in it; what is large in it is not kept. Rejects with a PackageError. */
export const readArchive = async (path: string): Promise<PackageArchive> => {
  const stored = await storedIn(path)
  const find = (name: string): StoredBlob => {
    const found = stored.get(name)
    if (!found) throw corrupt(path, `${name} is missing in it`)
    return found
  }
  const [{ Config, Layers }] = parse(index, await find('manifest.json').read(), path, 'manifest.json')
  const config = { digest: find(Config).digest, bytes: await find(Config).read() }
  const { config: settings, rootfs } = parse(labelled, config.bytes, path, 'its config')
  const layers = Layers.map(find)
  const named = [config.digest, ...layers.map(layerPath)]
  const wrong = [Config, ...Layers].find((name, position) => name !== named[position])
  if (wrong !== undefined) throw corrupt(path, `the content of ${wrong} is not what its name says`)
  if (rootfs.diff_ids.length !== layers.length) throw corrupt(path, 'its config does not fit its layers')
  const { manifest, blob } = manifestOf(find(Config), layers, settings.Labels)
  if (!manifest.layers.some(isPackageLayer)) throw corrupt(path, 'no layer of it holds package.yaml')
  return { manifest, manifestBlob: blob, config, layers }
}

/** The files and folders of the program inside a package; none for a package without one. */
export const rootFileSystem = async (archive: PackageArchive): Promise<readonly TarEntry[]> =>
  (await Promise.all(programLayers(archive).map(filesOf))).flat()

/** The layers that hold the program, lowest first: what it runs on, then itself. */
export const programLayers = ({ manifest, layers }: PackageArchive): readonly StoredBlob[] =>
  layers.filter((_, position) => {
    const described = manifest.layers[position]
    return described !== undefined && !isPackageLayer(described)
  })

/** What a layer holds. */
export const filesOf = async ({ read }: StoredBlob): Promise<readonly TarEntry[]> =>
  readTar(await unzipped(await read()))

/** The text of `package.yaml`: the package's metadata and objects. */
export const packageObjects = async ({ manifest, layers }: PackageArchive): Promise<string> => {
  const layer = layers[manifest.layers.findIndex(isPackageLayer)]
  const entries = layer ? await filesOf(layer) : []
  return entries.find(({ path }) => path === 'package.yaml')?.content?.toString() ?? ''
}

const unzipped = promisify(gunzip)

const parse = <T extends TSchema>(schema: T, bytes: Buffer, path: string, what: string): Static<T> => {
  const value = json(bytes)
  if (Value.Check(schema, value)) return value
  throw corrupt(path, `${what} is not what it should be`)
}

const json = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
