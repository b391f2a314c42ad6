import { baseLayer, packageLabel, type Blob } from './image.ts'
import { digestOf, type Digest } from './digest.ts'

const mediaTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const

interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly annotations?: Readonly<Record<string, string>>
}

/** Content, without itself. */
export interface Sized {
  readonly digest: Digest
  /** Bytes. */
  readonly size: number
}

export interface Manifest {
  readonly schemaVersion: 2
  readonly mediaType: string
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
}

/** A package's manifest as a registry serves it: what the config keeps as a label is the layer's annotation here. */
export const manifestOf = (
  config: Sized,
  layers: readonly Sized[],
  labels: Readonly<Record<string, string>>,
): { readonly manifest: Manifest; readonly blob: Blob } => {
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: describe(config, mediaTypes.config),
    layers: layers.map(layer => {
      const value = labels[`${packageLabel}:${layer.digest}`]
      return {
        ...describe(layer, mediaTypes.layer),
        ...(value !== undefined && { annotations: { [packageLabel]: value } }),
      }
    }),
  }
  const bytes = Buffer.from(JSON.stringify(manifest))
  return { manifest, blob: { bytes, digest: digestOf(bytes) } }
}

/** Whether a layer holds the package's objects, and is no part of the program's file system. */
export const isPackageLayer = (layer: Descriptor): boolean => layer.annotations?.[packageLabel] === baseLayer

const describe = ({ digest, size }: Sized, mediaType: string): Descriptor => ({ mediaType, digest, size })
