import type { Probe } from '../processes/ready.ts'
import type { Command } from '../processes/start.ts'
import type { Folders, PortName, Settings } from '../state.ts'
import type { ProgramName } from '../versions.ts'

/** One process of a control plane. */
export interface Service {
  readonly name: ServiceName
  readonly command: Command
  readonly probe: Probe
  /** How long it may take until it answers. */
  readonly seconds: number
}

/** In the order in which they are ended: nothing outlives what it talks to. An API server without etcd ignores SIGTERM for minutes. */
export const serviceNames = [
  'crossplane',
  'crossplane-rbac',
  'companion',
  'kube-controller-manager',
  'kube-apiserver',
  'etcd',
] as const
export type ServiceName = (typeof serviceNames)[number]

/** The ports on which each listens. */
export const portsOf: Readonly<Record<ServiceName, readonly PortName[]>> = {
  crossplane: ['coreMetrics', 'coreHealth', 'coreWebhooks'],
  'crossplane-rbac': ['rbacMetrics'],
  companion: ['registry'],
  'kube-controller-manager': ['controllerManager'],
  'kube-apiserver': ['apiServer'],
  etcd: ['etcd', 'etcdPeer'],
}

/** What the command lines are made of. */
export interface Plan {
  /** Of the control plane, as `--name` gives it. */
  readonly name: string
  readonly folders: Folders
  readonly settings: Settings
  readonly binaries: Readonly<Record<Exclude<ProgramName, 'kubectl'>, string>>
}
