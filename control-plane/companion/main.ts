import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../api/cluster.ts'
import { recorded } from '../processes/record.ts'
import { stopProcess } from '../processes/stop.ts'
import { foldersOf, type Folders } from '../state.ts'
import type { Context, Controller, Options, Stop } from './controller.ts'
import { functions } from './functions.ts'
import { packages } from './packages.ts'
import { providers } from '../providers/fake-providers.ts'

/** What a control plane without a cluster has to be helped with, a part each. */
const controllers: readonly Controller[] = [packages, functions, providers]

const options = (): Options => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { folder: text, 'registry-port': text, pace: text } })
  return { folder: values.folder ?? '', registryPort: Number(values['registry-port']), pace: Number(values.pace) }
}

const log = (text: string): void => console.log(`${new Date().toISOString()} ${text}`)

/** What an earlier companion, that was killed, has left running. */
const endOrphans = async (folders: Folders): Promise<void> => {
  for (const name of recorded(folders).filter(process => process.startsWith('function-')))
    await stopProcess(folders, name)
}

const given = options()
const folders = foldersOf(basename(given.folder), dirname(given.folder))
const context: Context = { cluster: connect(folders.kubeconfig), folders, options: given, log }
await endOrphans(folders)
const stops: Stop[] = []
for (const controller of controllers) {
  stops.push(await controller.start(context))
  log(`${controller.name} started`)
}

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void Promise.allSettled(stops.map(stop => stop())).then(() => process.exit(0)))
