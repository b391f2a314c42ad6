import { apiVersion } from '../../../apis/group.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { examplePlatform } from '../../harness/files.ts'

/** Every name of a benchmark's claims is as long as this one, so that requests of different claims have the same length. */
export const claimName = (number: number): string => `bench-claim-${String(number).padStart(4, '0')}`

/** What a developer with an opinion writes. On AWS it composes exactly eight resources. */
export const databaseSpec: JsonObject = {
  engine: 'Postgres',
  version: '17',
  size: 'medium',
  availability: 'MultiZone',
  placement: { provider: 'AWS', region: 'eu-west-1' },
  databases: [{ name: 'ledger' }, { name: 'reporting' }],
  storage: { size: '100Gi' },
  backup: { policy: 'daily', retentionDays: 21, pointInTimeRecovery: 'Enabled' },
  maintenanceWindow: { dayOfWeek: 'Saturday', startTime: '03:30' },
  deletion: { protection: 'Disabled' },
}

/** By which label a peer that composes several sizes knows which one it is asked for. */
export const sizeLabel = 'bench-size'

export const databaseClaim = (name: string, size: string): JsonObject => ({
  apiVersion,
  kind: 'XDatabase',
  metadata: {
    name,
    namespace: 'team-bench',
    labels: { 'platform.roadbed.dev/team': 'checkout', [sizeLabel]: size },
  },
  spec: databaseSpec,
})

export const platform = examplePlatform
