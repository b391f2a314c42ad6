import type { Cluster } from '../api/cluster.ts'
import { findOrBuild } from '../binaries/find.ts'
import { providerCrds } from '../crds/provider-crds.ts'
import { ensureCredentials } from '../credentials.ts'
import { ownPackages } from '../own-packages.ts'
import { loopback } from '../ports.ts'
import { hasEnded, mustRun } from '../processes/ready.ts'
import { recorded, running } from '../processes/record.ts'
import { stopProcess } from '../processes/stop.ts'
import { timed, type Report } from '../progress.ts'
import { newSettings, readSettings, writeSettings, type Folders } from '../state.ts'
import { bootstrap, initialize, usageWebhook } from '../steps/bootstrap.ts'
import { takeCertificates } from '../steps/certificates.ts'
import { installPackages, waitForDefinitions, type Source } from '../steps/packages.ts'
import { installProviders } from '../steps/providers.ts'
import type { Up, UpOptions } from '../up.ts'
import { crossplaneVersions, programs } from '../versions.ts'
import { begin } from './begin.ts'
import { companion } from './companion.ts'
import { controllerManager } from './controller-manager.ts'
import { core } from './core.ts'
import { ensureService } from './ensure.ts'
import { rbacManager } from './rbac-manager.ts'
import { serviceNames, type Plan, type Service } from './service.ts'
import { settlePorts } from './settle-ports.ts'

/** Brings a control plane of processes up, or what is missing of it; what it holds stays. @throws a sentence for the user */
export const upAsProcesses = async (options: UpOptions, folders: Folders, report: Report): Promise<Up> => {
  try {
    const plan = await planFor(options, folders, report)
    const already = await bringUp(plan, options, report)
    return { kubeconfig: folders.kubeconfig, crossplane: plan.settings.crossplane, already }
  } catch (error) {
    throw causeOf(error, folders)
  }
}

/** Whatever could not be done: a process that has died meanwhile is why. */
const causeOf = (error: unknown, folders: Folders): unknown => {
  // The last to be ended is what the others need.
  const dead = serviceNames.findLast(service => recorded(folders).includes(service) && !running(folders, service))
  return dead === undefined ? error : hasEnded(folders, dead, error)
}

const planFor = async ({ name, crossplane, pace }: UpOptions, folders: Folders, report: Report): Promise<Plan> => {
  const before = readSettings(folders, name)
  const kept = before ?? (await newSettings(crossplane ?? crossplaneVersions[0], pace))
  const wanted = { ...kept, crossplane: crossplane ?? kept.crossplane, pace: pace ?? kept.pace }
  const table = programs(wanted.crossplane)
  const binaries = {
    etcd: await findOrBuild(table.etcd, report),
    'kube-apiserver': await findOrBuild(table['kube-apiserver'], report),
    'kube-controller-manager': await findOrBuild(table['kube-controller-manager'], report),
    crossplane: await findOrBuild(table.crossplane, report),
  }
  if (wanted.crossplane !== kept.crossplane) {
    report({ text: `Crossplane ${kept.crossplane} gives way to ${wanted.crossplane}` })
    for (const service of ['crossplane', 'crossplane-rbac'] as const) await stopProcess(folders, service)
  }
  if (wanted.pace !== kept.pace) {
    report({ text: `the pace was ${kept.pace} and becomes ${wanted.pace}` })
    // Both were told it when they were started.
    for (const service of ['crossplane', 'companion'] as const) await stopProcess(folders, service)
  }
  writeSettings(folders, wanted)
  return { name, folders, settings: await settlePorts(folders, wanted, name), binaries }
}

/** @returns whether nothing had to be started */
const bringUp = async (plan: Plan, { crds, packages }: UpOptions, report: Report): Promise<boolean> => {
  const { folders } = plan
  const ensure = (service: Service) => ensureService(plan, service, report)
  ensureCredentials(folders)
  // Meanwhile: packing Node takes some seconds.
  const built = Promise.resolve(packages ?? ownPackages(folders))
  built.catch(() => undefined)
  const kinds = providerCrds(crds)
  const { cluster, started } = await begin(plan, kinds, report)
  const parallel = await together([
    ensure(controllerManager(plan)),
    ensure(companion(plan)),
    ensureCrossplane(plan, cluster, report),
    timed(report, 'kinds of the providers', () => installProviders(cluster, kinds)).then(() => false),
  ])
  await timed(report, 'packages', async () => installPackages(sourceOf(plan), cluster, await built))
  await timed(report, 'kinds of claims', () => waitForDefinitions(cluster))
  return !started && !parallel.includes(true)
}

const sourceOf = ({ folders, settings }: Plan): Source => ({
  folders,
  registry: `${loopback}:${settings.ports.registry}`,
  mustServe: () => mustRun(folders, 'companion'),
})

/** Waits for all of them, also when one fails: nothing goes on behind the back of whoever reads the error. */
const together = async <T>(parts: readonly Promise<T>[]): Promise<readonly T[]> => {
  await Promise.allSettled(parts)
  return Promise.all(parts)
}

const ensureCrossplane = async (plan: Plan, cluster: Cluster, report: Report): Promise<boolean> => {
  const services = [core(plan), rbacManager(plan)]
  if (services.some(({ name }) => !running(plan.folders, name))) {
    await bootstrap(plan, cluster)
    await timed(report, 'Crossplane installed', () => initialize(plan))
    await takeCertificates(plan.folders, cluster)
  }
  const started = await together(services.map(service => ensureService(plan, service, report)))
  await cluster.apply(usageWebhook(plan))
  return started.includes(true)
}
