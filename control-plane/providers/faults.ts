import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Fault } from '../../simulator/providers/actor.ts'
import { readIfThere, writeWhole } from '../files.ts'
import type { Folders } from '../state.ts'

const schema = Type.Array(
  Type.Object({ kind: Type.String(), times: Type.Integer({ minimum: 1 }), message: Type.String() }),
)

const fileOf = ({ root }: Folders): string => join(root, 'faults.json')

/** Has the stand-in clouds refuse, from now on: how often for each object of a kind, and in which words. None ends it. */
export const orderFaults = (folders: Folders, faults: readonly Fault[]): void =>
  writeWhole(fileOf(folders), `${JSON.stringify(faults, null, 2)}\n`)

/** What has been ordered, kept in one list: `refresh` brings it up to date. */
export const orderedFaults = (
  folders: Folders,
): { readonly faults: readonly Fault[]; readonly refresh: () => void } => {
  const faults: Fault[] = []
  let readAt = 0
  return {
    faults,
    refresh: () => {
      const written = statSync(fileOf(folders), { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (written === readAt) return
      readAt = written
      const ordered: unknown = JSON.parse(readIfThere(fileOf(folders)) ?? '[]')
      faults.splice(0, faults.length, ...(Value.Check(schema, ordered) ? ordered : []))
    },
  }
}
