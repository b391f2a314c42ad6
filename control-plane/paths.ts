import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where what can be made again lies: binaries, build folders and their logs. */
export const cacheFolder = (environment: Environment = process.env): string =>
  join(absolute(environment['XDG_CACHE_HOME']) ?? join(homedir(), '.cache'), 'roadbed')

/** Where layers of images lie that take long to pack. */
export const layersFolder = (): string => join(cacheFolder(), 'layers')

/** Where packages lie that were built, a folder for each state of the sources. */
export const packagesFolder = (): string => join(cacheFolder(), 'packages')

/** Where Node keeps what it has compiled. */
export const compileCacheFolder = (): string => join(cacheFolder(), 'node')

/** Where data of etcd lie that a control plane may begin with. */
export const storesFolder = (): string => join(cacheFolder(), 'stores')

/** Where the control planes of this user lie, a folder each. */
export const controlPlanesFolder = (environment: Environment = process.env): string => {
  const state = absolute(environment['XDG_STATE_HOME'])
  return join(state ? join(state, 'roadbed') : cacheFolder(environment), 'control-planes')
}

/** The XDG specification has relative paths ignored. */
const absolute = (path: string | undefined): string | undefined => (path?.startsWith('/') ? path : undefined)
