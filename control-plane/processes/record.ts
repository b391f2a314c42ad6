import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { readIfThere, writeWhole } from '../files.ts'
import type { Folders } from '../state.ts'
import { isRunning, type Identity } from './identity.ts'

const Identified = Type.Object({ pid: Type.Integer({ minimum: 2 }), started: Type.String(), command: Type.String() })

/** Each process has a file of its own, so that no two of ours ever write the same one. */
const fileOf = ({ processes }: Folders, name: string): string => join(processes, `${name}.json`)

export const record = (folders: Folders, name: string, identity: Identity): void =>
  writeWhole(fileOf(folders, name), `${JSON.stringify(identity)}\n`)

export const forget = (folders: Folders, name: string): void => rmSync(fileOf(folders, name), { force: true })

/** The recorded process if it still runs. A record whose number now belongs to another process is stale: it is nobody. */
export const running = (folders: Folders, name: string): Identity | undefined => {
  const identity = parse(readIfThere(fileOf(folders, name)))
  return identity && isRunning(identity) ? identity : undefined
}

/** The names of all records, also stale ones. */
export const recorded = ({ processes }: Folders): readonly string[] => {
  try {
    return readdirSync(processes)
      .filter(file => file.endsWith('.json'))
      .map(file => file.slice(0, -'.json'.length))
  } catch {
    return []
  }
}

const parse = (text: string | undefined): Identity | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return Value.Check(Identified, value) ? value : undefined
  } catch {
    return undefined
  }
}
