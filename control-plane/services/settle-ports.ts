import { existsSync } from 'node:fs'
import { describeHolder, freePorts, isFreeSoon } from '../ports.ts'
import { running } from '../processes/record.ts'
import { downLine, writeSettings, type Folders, type PortName, type Settings } from '../state.ts'
import { portsOf, serviceNames } from './service.ts'

/**
 * Gives what has to be started ports on which it can listen: those that it had, or new ones.
 *
 * @throws a sentence, when a port is taken that somebody else has written down
 */
export const settlePorts = async (folders: Folders, settings: Settings, name: string): Promise<Settings> => {
  const needed = serviceNames.filter(service => !running(folders, service)).flatMap(service => portsOf[service])
  const ports = { ...settings.ports }
  for (const port of needed) {
    if (await isFreeSoon(ports[port])) continue
    const dependent = dependents[port]?.(folders)
    if (dependent !== undefined) throw new Error(await taken(ports[port], dependent, name))
    const [free = 0] = await freePorts(1)
    ports[port] = free
  }
  const settled = { ...settings, ports }
  writeSettings(folders, settled)
  return settled
}

/** Who would look for the service at its old port. */
const dependents: Partial<Record<PortName, (folders: Folders) => string | undefined>> = {
  etcd: folders => (running(folders, 'kube-apiserver') ? 'the API server, which still runs, uses it' : undefined),
  apiServer: folders => (existsSync(folders.kubeconfig) ? 'your kubeconfig names it' : undefined),
}

const taken = async (port: number, dependent: string, name: string): Promise<string> => {
  return `port ${port} on 127.0.0.1 is taken by ${await describeHolder(port)}, and ${dependent}: end that process, or remove this control plane by ${downLine(name)}`
}
