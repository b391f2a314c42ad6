import type { DownOptions } from '../down.ts'
import { timed, type Report } from '../progress.ts'
import type { Folders } from '../state.ts'
import { clusterExists, deleteCluster, stopNode } from './cluster.ts'

/** Removes the cluster that was made for a control plane; or stops it, when its data is to be kept. @throws a sentence for the user */
export const downInKind = async ({ name, keepData }: DownOptions, folders: Folders, report: Report): Promise<void> => {
  if (!(await clusterExists(name))) return
  if (keepData) await timed(report, 'cluster stopped', () => stopNode(name))
  else await timed(report, 'cluster removed', () => deleteCluster(name, folders))
}
