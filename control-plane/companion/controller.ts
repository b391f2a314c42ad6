import type { Cluster } from '../api/cluster.ts'
import type { Folders } from '../state.ts'

/** What the companion gives to each of its parts. */
export interface Context {
  readonly cluster: Cluster
  readonly folders: Folders
  readonly options: Options
  readonly log: (text: string) => void
}

/** What the companion is started with. */
export interface Options {
  /** The folder of the control plane. */
  readonly folder: string
  /** Where the registry listens. */
  readonly registry: { readonly host: string; readonly port: number }
  /** How many seconds a second of the stand-in providers takes. */
  readonly pace: number
  /** Whether it is a pod of a cluster, in which Crossplane runs functions and kubelets run pods; otherwise it stands in for both. */
  readonly inCluster: boolean
}

/** A part of the companion: it works until it is stopped, and lives through an API server that is away. */
export interface Controller {
  readonly name: string
  readonly start: (context: Context) => Promise<Stop>
}

export type Stop = () => Promise<void>
