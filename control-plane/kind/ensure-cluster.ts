import { connect } from '../api/cluster.ts'
import { timed, type Report } from '../progress.ts'
import { defaultPace, downLine, type Folders } from '../state.ts'
import type { UpOptions } from '../up.ts'
import { crossplaneVersions } from '../versions.ts'
import { clusterExists, clusterName, createCluster, deleteCluster, startNode } from './cluster.ts'
import { writeCompanionKubeconfig } from './companion.ts'
import { installCrossplane } from './crossplane.ts'
import { untilPodsRun } from './pods.ts'
import { readKind, writeKind, type KindState } from './state.ts'

interface Ensured {
  readonly state: KindState
  /** Whether it had been there, as it should be. */
  readonly already: boolean
}

/**
 * Has a cluster be there, with Crossplane in it: the one that there is, or a new one in place of what an `up` has left half made.
 *
 * @throws a sentence for the user; also where somebody else has made a cluster of its name
 */
export const ensureCluster = async (options: UpOptions, folders: Folders, report: Report): Promise<Ensured> => {
  const { name } = options
  const [before, there] = [readKind(folders), await clusterExists(name)]
  const wanted: KindState = {
    ...before,
    crossplane: options.crossplane ?? before?.crossplane ?? crossplaneVersions[0],
    pace: options.pace ?? before?.pace ?? defaultPace,
    whole: true,
  }
  if (there && before?.whole === true) return keep(options, before, wanted, folders, report)
  if (there && before === undefined)
    throw new Error(
      `there is a kind cluster \`${clusterName(name)}\` that Roadbed did not make: take another --name, or remove it by \`kind delete cluster --name ${clusterName(name)}\``,
    )
  if (there) await timed(report, 'what an earlier `up` left is removed', () => deleteCluster(name, folders))
  const { image: _, ...state } = wanted
  writeKind(folders, { ...state, whole: false })
  await timed(report, 'cluster created', () => createCluster(name, folders, options.nodeImage))
  writeCompanionKubeconfig(folders)
  await timed(report, 'Crossplane installed', () => installCrossplane(folders, state, options.chart))
  writeKind(folders, state)
  return { state, already: false }
}

const keep = async (
  { name, nodeImage, chart }: UpOptions,
  before: Partial<KindState>,
  state: KindState,
  folders: Folders,
  report: Report,
): Promise<Ensured> => {
  if (nodeImage !== undefined)
    throw new Error(
      `${name} has a node already: --node-image is for a new control plane, so ${downLine(name)} comes first`,
    )
  const since = Date.now()
  const started = await startNode(name)
  if (started) await timed(report, 'cluster started', () => untilPodsRun(connect(folders.kubeconfig), since))
  const changed = before.crossplane !== state.crossplane || before.pace !== state.pace || chart !== undefined
  if (changed) await timed(report, 'Crossplane changed', () => installCrossplane(folders, state, chart))
  writeKind(folders, state)
  return { state, already: !started && !changed }
}
