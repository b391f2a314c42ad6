import { existsSync } from 'node:fs'
import { connect, type Cluster } from '../api/cluster.ts'
import { crdsOf } from '../binaries/build.ts'
import { crdsFromFolder } from '../crds/from-folder.ts'
import type { ProviderCrds } from '../crds/provider-crds.ts'
import { writeKubeconfigs } from '../kubeconfigs.ts'
import { waitFor } from '../processes/ready.ts'
import { stopProcess } from '../processes/stop.ts'
import { timed, type Report } from '../progress.ts'
import { installCoreCrds } from '../steps/core-crds.ts'
import { installProviderCrds } from '../steps/provider-crds.ts'
import { apiServer } from './api-server.ts'
import { ensureService } from './ensure.ts'
import { etcd } from './etcd.ts'
import { etcdFolder, firstData, startWith } from './first-data.ts'
import type { Plan } from './service.ts'

/**
 * Has etcd and the API server run. Those of a control plane that is new begin with the CRDs of Crossplane and the providers: the first
 * time they are given to them, and a copy is kept for all that come later.
 *
 * @returns the API server, and whether anything had to be started
 */
export const begin = async (
  plan: Plan,
  crds: ProviderCrds,
  report: Report,
): Promise<{ readonly cluster: Cluster; readonly started: boolean }> => {
  const { folders } = plan
  const isNew = !existsSync(etcdFolder(folders))
  const first = firstData(plan, crds.digest)
  const life = { start: () => start(plan, report), stop: () => stop(plan) }
  const { taken, started } = await startWith(first, life)
  writeKubeconfigs(plan)
  const cluster = connect(folders.kubeconfig)
  if (taken) await forgetAuthorities(cluster)
  else if (isNew)
    await timed(report, 'kinds of Crossplane and the providers, kept for the next control plane', async () => {
      const ofCore = crdsFromFolder(crdsOf(plan.binaries.crossplane))
      await Promise.all([installProviderCrds(cluster, crds), installCoreCrds(cluster, [...ofCore.values()])])
      await stop(plan)
      await first.keep()
      await start(plan, () => undefined)
    })
  return { cluster, started }
}

const start = async (plan: Plan, report: Report): Promise<boolean> => {
  const started = [await ensureService(plan, etcd(plan), report), await ensureService(plan, apiServer(plan), report)]
  return started.includes(true)
}

const stop = async ({ folders }: Plan): Promise<void> => {
  for (const service of ['kube-apiserver', 'etcd'] as const) await stopProcess(folders, service)
}

/**
 * Whom the controller manager believes stands in a ConfigMap, to which the API server adds its own authority: that of the control plane
 * which the copy is of would be believed too.
 */
const forgetAuthorities = async (cluster: Cluster): Promise<void> => {
  const [name, namespace] = ['extension-apiserver-authentication', 'kube-system']
  await cluster.remove({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } })
  const isBack = async () => (await cluster.read('v1', 'ConfigMap', name, namespace)) !== undefined
  await waitFor(isBack, 60, `the API server has not written ${name} anew`)
}
