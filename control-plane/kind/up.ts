import { functionRuntime } from '../../packages/install/function.ts'
import { functionName } from '../../packages/names.ts'
import { connect } from '../api/cluster.ts'
import { providerCrds } from '../crds/provider-crds.ts'
import { ownPackages } from '../own-packages.ts'
import { timed, type Report } from '../progress.ts'
import type { Folders } from '../state.ts'
import { installPackages, waitForDefinitions } from '../steps/packages.ts'
import { installProviders } from '../steps/providers.ts'
import type { Up, UpOptions } from '../up.ts'
import { ensureCompanion } from './companion.ts'
import { ensureCluster } from './ensure-cluster.ts'
import { loadNodeImage } from './node-image.ts'
import { registry } from './registry.ts'
import { writeKind } from './state.ts'
import { requireTools } from './tools.ts'

/**
 * Brings a control plane up in kind: Crossplane as its chart installs it, our function as a pod of Crossplane's, and in another pod
 * what serves our packages and stands in for the clouds. What is there stays.
 *
 * @throws a sentence for the user
 */
export const upInKind = async (options: UpOptions, folders: Folders, report: Report): Promise<Up> => {
  await requireTools()
  const { name } = options
  const { state, already } = await ensureCluster(options, folders, report)
  const cluster = connect(folders.kubeconfig)
  // Meanwhile: packing Node takes some seconds.
  const built = Promise.resolve(options.packages ?? ownPackages(folders))
  built.catch(() => undefined)
  const image = await timed(report, 'Node given to the cluster', () => loadNodeImage(name, folders, state.image))
  writeKind(folders, { ...state, image })
  await timed(report, 'kinds of the providers', () => installProviders(cluster, providerCrds(options.crds)))
  await timed(report, 'companion ready', () => ensureCompanion(cluster, { folders, image, pace: state.pace }))
  await timed(report, 'packages', async () => {
    for (const object of functionRuntime()) await cluster.apply(object)
    const source = { folders, registry: registry.name, mustServe: () => undefined, runtimeConfig: functionName }
    await installPackages(source, cluster, await built)
  })
  await timed(report, 'kinds of claims', () => waitForDefinitions(cluster))
  return { kubeconfig: folders.kubeconfig, crossplane: state.crossplane, already }
}
