/** A package as a registry serves it. */
export interface ServedImage {
  /** Without a host: `roadbed/function-roadbed`. */
  readonly repository: string
  /** A complete semantic version with a `v`: the package manager passes over every other tag. */
  readonly tag: string
  readonly manifest: { readonly mediaType: string; readonly digest: string; readonly bytes: Buffer }
  /** Config and layers, by digest. */
  readonly blobs: ReadonlyMap<string, Content>
}

/** Bytes that are read when they are asked for. */
export interface Content {
  readonly size: number
  readonly read: () => Promise<Buffer>
}
