import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../api/cluster.ts'
import { companionKubeconfig } from '../kind/paths.ts'
import { loopback } from '../ports.ts'
import { recorded } from '../processes/record.ts'
import { stopProcess } from '../processes/stop.ts'
import { providers } from '../providers/fake-providers.ts'
import { foldersOf, type Folders } from '../state.ts'
import type { Context, Controller, Options, Stop } from './controller.ts'
import { functions } from './functions.ts'
import { packages } from './packages.ts'

/** What every control plane has to be helped with, and what one without a cluster has to be helped with besides, a part each. */
const controllersFor = ({ inCluster }: Options): readonly Controller[] =>
  inCluster ? [packages, providers] : [packages, functions, providers]

const options = (): Options => {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  const { values } = parseArgs({ options: { folder: text, 'registry-port': text, pace: text, 'in-cluster': flag } })
  const inCluster = values['in-cluster'] ?? false
  return {
    folder: values.folder ?? '',
    inCluster,
    // A pod's address is nobody's but the cluster's.
    registry: { host: inCluster ? '0.0.0.0' : loopback, port: Number(values['registry-port']) },
    pace: Number(values.pace),
  }
}

const log = (text: string): void => console.log(`${new Date().toISOString()} ${text}`)

/** What an earlier companion, that was killed, has left running. */
const endOrphans = async (folders: Folders): Promise<void> => {
  for (const name of recorded(folders).filter(process => process.startsWith('function-')))
    await stopProcess(folders, name)
}

const given = options()
const folders = foldersOf(basename(given.folder), dirname(given.folder))
const kubeconfig = given.inCluster ? companionKubeconfig(folders) : folders.kubeconfig
const context: Context = { cluster: connect(kubeconfig), folders, options: given, log }
if (!given.inCluster) await endOrphans(folders)
const stops: Stop[] = []
for (const controller of controllersFor(given)) {
  stops.push(await controller.start(context))
  log(`${controller.name} started`)
}

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void Promise.allSettled(stops.map(stop => stop())).then(() => process.exit(0)))
