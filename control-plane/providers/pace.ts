import { join } from 'node:path'
import { readIfThere, writeWhole } from '../files.ts'
import type { Folders } from '../state.ts'

const fileOf = ({ root }: Folders, namespace: string): string => join(root, 'paces', namespace)

/** Has the stand-in clouds work at a pace of its own for what lies in a namespace, from now on. */
export const orderPace = (folders: Folders, namespace: string, pace: number): void =>
  writeWhole(fileOf(folders, namespace), String(pace))

/** How long a second takes for what lies in a namespace, where that has been ordered. What lies in none has none. */
export const orderedPace = (folders: Folders, namespace: string | undefined): number | undefined => {
  const ordered = namespace === undefined ? undefined : readIfThere(fileOf(folders, namespace))
  return ordered === undefined ? undefined : Number(ordered)
}
