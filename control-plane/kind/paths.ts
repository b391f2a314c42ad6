import { join } from 'node:path'
import type { Folders } from '../state.ts'

/** What lies in a control plane's folder when kind runs it. All of the folder is mounted into the node, under the same path. */
const within = (path: string) => (folders: Folders) => join(folders.root, path)

/** What is kept between two `up`. Where it lies, kind runs the control plane. */
export const kindFile = within('kind.json')

/** What kind is told. */
export const clusterFile = within('kind.yaml')

/** How the node's containerd reaches our registry. */
export const registryHosts = within('registry-hosts')

/** How the companion finds the API server, from within the cluster. */
export const companionKubeconfig = within('companion/kubeconfig')

/** The image of the companion's Node, as long as the node has not got it. */
export const companionImage = within('companion/image.tar')
