import { join } from 'node:path'
import { stringify } from 'yaml'
import { root } from '../../packages/root.ts'
import { writeWhole } from '../files.ts'
import type { Folders } from '../state.ts'
import { clusterFile, registryHosts } from './paths.ts'
import { hostsToml, registry, serviceSubnet } from './registry.ts'
import { run } from './tools.ts'

/** Where containerd is told of registries. */
const hostsFolder = '/etc/containerd/certs.d'

/** What kind calls the cluster of a control plane. */
export const clusterName = (name: string): string => (name === 'roadbed' ? name : `roadbed-${name}`)

/** What kind is told: one node, that sees this checkout and the control plane's folder, and an API server on loopback. */
export const clusterConfig = (name: string, folders: Folders, image?: string) => ({
  kind: 'Cluster',
  apiVersion: 'kind.x-k8s.io/v1alpha4',
  name: clusterName(name),
  networking: { apiServerAddress: '127.0.0.1', serviceSubnet },
  // An old containerd does not look there by itself.
  containerdConfigPatches: [`[plugins."io.containerd.grpc.v1.cri".registry]\n  config_path = "${hostsFolder}"\n`],
  nodes: [
    {
      role: 'control-plane',
      ...(image !== undefined && { image }),
      extraMounts: [
        // Under the paths that they have here: the packages are named by theirs, and the companion's program imports by its own.
        ...[root, folders.root].map(path => ({ hostPath: path, containerPath: path, readOnly: true })),
        { hostPath: registryHosts(folders), containerPath: hostsFolder, readOnly: true },
      ],
      kubeadmConfigPatches: [
        // From 1.35 on a kubelet refuses version 1 of cgroups, which some machines still have.
        stringify({
          kind: 'KubeletConfiguration',
          apiVersion: 'kubelet.config.k8s.io/v1beta1',
          failCgroupV1: false,
        }),
      ],
    },
  ],
})

/** Makes the cluster and writes its kubeconfig. @throws a sentence for the user */
export const createCluster = async (name: string, folders: Folders, image?: string): Promise<void> => {
  writeWhole(join(registryHosts(folders), registry.name, 'hosts.toml'), hostsToml())
  writeWhole(clusterFile(folders), stringify(clusterConfig(name, folders, image)))
  await run('kind', ['create', 'cluster', '--config', clusterFile(folders), ...place(folders), '--wait', '3m'], 900)
}

export const clusterExists = async (name: string): Promise<boolean> =>
  (await run('kind', ['get', 'clusters'])).split('\n').includes(clusterName(name))

export const deleteCluster = async (name: string, folders: Folders): Promise<void> =>
  void (await run('kind', ['delete', 'cluster', '--name', clusterName(name), ...place(folders)], 180))

/** Gives an image to the node, from the file that `docker save` would write. */
export const loadImage = async (name: string, archive: string): Promise<void> =>
  void (await run('kind', ['load', 'image-archive', archive, '--name', clusterName(name)], 300))

/** The container that is the node. */
const node = (name: string): string => `${clusterName(name)}-control-plane`

/** @returns whether it had to be started */
export const startNode = async (name: string): Promise<boolean> => {
  const state = await run('docker', ['inspect', '--format', '{{.State.Running}}', node(name)])
  if (state.trim() === 'true') return false
  await run('docker', ['start', node(name)])
  return true
}

export const stopNode = async (name: string): Promise<void> => void (await run('docker', ['stop', node(name)], 120))

const place = ({ kubeconfig }: Folders): readonly string[] => ['--kubeconfig', kubeconfig]
