/** Crossplane releases that a local control plane can run, newest first; the first is the default. */
export const crossplaneVersions = ['v2.4.0', 'v2.3.4'] as const
export type CrossplaneVersion = (typeof crossplaneVersions)[number]

const kubernetes = { module: 'k8s.io/kubernetes', version: 'v1.35.4' } as const
const etcd = { module: 'go.etcd.io/etcd/server/v3', version: 'v3.6.16' } as const

/** A program of the control plane and the one pinned Go module that it is built from. */
export interface Program {
  readonly name: ProgramName
  readonly version: string
  readonly module: string
}

/** `crossplane` is core, not Crossplane's command line. */
export type ProgramName = 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kubectl' | 'crossplane'

/** The one table of what is pinned. */
export const programs = (
  crossplane: CrossplaneVersion = crossplaneVersions[0],
): Readonly<Record<ProgramName, Program>> => ({
  etcd: { name: 'etcd', ...etcd },
  'kube-apiserver': { name: 'kube-apiserver', ...kubernetes },
  'kube-controller-manager': { name: 'kube-controller-manager', ...kubernetes },
  kubectl: { name: 'kubectl', ...kubernetes },
  crossplane: { name: 'crossplane', module: 'github.com/crossplane/crossplane/v2', version: crossplane },
})
