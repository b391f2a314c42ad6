import { agreedEngine, type Engine } from './engine.ts'
import { upInKind } from './kind/up.ts'
import { locked } from './lock.ts'
import type { Report } from './progress.ts'
import type { PackageFile } from './registry/package-file.ts'
import { upAsProcesses } from './services/up.ts'
import { foldersOf } from './state.ts'
import type { CrossplaneVersion } from './versions.ts'

export interface UpOptions {
  readonly name: string
  /** Default: the one that this control plane has, else processes. */
  readonly engine?: Engine
  /** Default: the one that this control plane has, else the newest. */
  readonly crossplane?: CrossplaneVersion
  /** A folder with the providers' full CRDs. Default: what we know of them. */
  readonly crds?: string
  /** How many seconds a second of the stand-in providers takes. Default: the one that it has, else a fiftieth. */
  readonly pace?: number
  /** What is installed, in this order. Default: what this checkout is, built now. */
  readonly packages?: readonly PackageFile[]
  /** The image of kind's node. Default: kind's own. */
  readonly nodeImage?: string
  /** Crossplane's Helm chart for kind, a folder or a file. Default: the published one. */
  readonly chart?: string
}

/** A control plane that answers. */
export interface Up {
  readonly kubeconfig: string
  readonly crossplane: CrossplaneVersion
  /** Whether it had been up before. */
  readonly already: boolean
}

const ways = { processes: upAsProcesses, kind: upInKind } as const

/**
 * Brings a control plane up, or what is missing of it; what it holds stays.
 *
 * @throws a sentence for the user
 */
export const up = async (options: UpOptions, report: Report): Promise<Up> => {
  const folders = foldersOf(options.name)
  const wait = (holder: number) => report({ text: `waiting for process ${holder}, which works on ${options.name}` })
  const engine = () => ways[agreedEngine(folders, options.name, options.engine)]
  try {
    return await locked(`${folders.root}.lock`, wait, () => engine()(options, folders, report))
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw full ? new Error(`the disk that holds ${folders.root} is full`, { cause: error }) : error
  }
}
