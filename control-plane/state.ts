import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { readIfThere, writeWhole } from './files.ts'
import { controlPlanesFolder } from './paths.ts'
import { freePorts } from './ports.ts'
import { crossplaneVersions, type CrossplaneVersion } from './versions.ts'

/** Where the parts of one control plane lie. Everything that it writes is in `root`. */
export interface Folders {
  readonly root: string
  readonly settings: string
  readonly kubeconfig: string
  readonly tls: string
  readonly data: string
  readonly cache: string
  readonly logs: string
  readonly processes: string
}

export const foldersOf = (name: string, parent = controlPlanesFolder()): Folders => {
  const root = join(parent, name)
  const within = (path: string) => join(root, path)
  return {
    root,
    settings: within('settings.json'),
    kubeconfig: within('kubeconfig'),
    tls: within('tls'),
    data: within('data'),
    cache: within('cache'),
    logs: within('logs'),
    processes: within('processes'),
  }
}

export const portNames = [
  'etcd',
  'etcdPeer',
  'apiServer',
  'controllerManager',
  'coreMetrics',
  'coreHealth',
  'coreWebhooks',
  'rbacMetrics',
  'registry',
] as const
export type PortName = (typeof portNames)[number]
export type Ports = Readonly<Record<PortName, number>>

const port = Type.Integer({ minimum: 1, maximum: 65_535 })
const Settings = Type.Object({
  crossplane: Type.Enum([...crossplaneVersions]),
  ports: Type.Record(Type.Enum([...portNames]), port),
  pace: Type.Number({ minimum: 0 }),
})

/** What a control plane keeps between two `up`. */
export interface Settings {
  readonly crossplane: CrossplaneVersion
  readonly ports: Ports
  /** How many seconds a second of the stand-in providers takes. */
  readonly pace: number
}

/** What a user types to remove a control plane, as it is told to them. */
export const downLine = (name: string): string => `\`npx roadbed down${name === 'roadbed' ? '' : ` --name ${name}`}\``

/** An RDS instance takes seven minutes: at this pace, eight seconds. */
export const defaultPace = 0.02

/** `undefined` when this control plane has never been up. */
export const readSettings = ({ settings, root }: Folders, name: string): Settings | undefined => {
  const text = readIfThere(settings)
  if (text === undefined) return undefined
  const value = parse(text)
  if (Value.Check(Settings, value)) return value
  throw new Error(
    `${settings} is damaged or of another version of Roadbed: ${downLine(name)} removes this control plane (${root})`,
  )
}

export const writeSettings = (folders: Folders, settings: Settings): void =>
  writeWhole(folders.settings, `${JSON.stringify(settings, null, 2)}\n`)

export const newSettings = async (crossplane: CrossplaneVersion, pace = defaultPace): Promise<Settings> => {
  const free = await freePorts(portNames.length)
  const ports = Object.fromEntries(portNames.map((name, index) => [name, free[index] ?? 0])) as Record<PortName, number>
  return { crossplane, ports, pace }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
