import { existsSync } from 'node:fs'
import { kindFile } from './kind/paths.ts'
import { downLine, type Folders } from './state.ts'

/** What runs a control plane: processes of this machine, or a cluster in a container. */
export const engines = ['processes', 'kind'] as const
export type Engine = (typeof engines)[number]

/** The one that a control plane has; `undefined` when it has never been up. */
export const engineOf = (folders: Folders): Engine | undefined => {
  if (existsSync(kindFile(folders))) return 'kind'
  return existsSync(folders.settings) ? 'processes' : undefined
}

/**
 * The one that is to be taken: the one that the control plane has, else the one that was asked for.
 *
 * @throws a sentence, when these are two
 */
export const agreedEngine = (folders: Folders, name: string, asked: Engine | undefined): Engine => {
  const has = engineOf(folders)
  if (has === undefined || asked === undefined || has === asked) return has ?? asked ?? 'processes'
  throw new Error(
    `${name} runs ${has === 'kind' ? 'in kind' : 'as processes'}: remove it by ${downLine(name)}, or take another --name`,
  )
}
