import type { DatabaseStatus } from '../../../../apis/database/status.ts'
import type { ResourceSelector } from '../../../runtime/protocol.ts'
import type { Beginning } from './servers.ts'
import type { Source } from './source.ts'

/** A claim of XDatabase whose backups are asked for, and the moment. */
export type Origin = NonNullable<DatabaseStatus['restoredFrom']>

/** What a claim's server begins with. */
export interface Restoring {
  /** `undefined`: with nothing. */
  readonly beginning: Beginning | undefined
  /** The claim that it is of; from when the server is there on, for the status. */
  readonly origin: Origin | undefined
  /** What that claim tells of itself; only until the server is there. */
  readonly source: Source | undefined
  /** What has to be known first; until then nothing is composed, and nothing changes. */
  readonly awaited: string | undefined
  readonly requirements: readonly (readonly [string, ResourceSelector])[]
}

/** It begins empty. */
export const nothing: Restoring = {
  beginning: undefined,
  origin: undefined,
  source: undefined,
  awaited: undefined,
  requirements: [],
}

export const isSame = (left: Origin, right: Origin): boolean =>
  left.database.name === right.database.name &&
  left.database.namespace === right.database.namespace &&
  left.pointInTime === right.pointInTime

export const asText = ({ database }: Origin): string => `${database.namespace}/${database.name}`
