import type { JsonObject } from '../../functions/runtime/json.ts'

type Change = readonly [before: JsonObject, after: JsonObject]

/** For each field of a database that is made with something else: `of` puts it where it is asked for. */
export const databaseRequestChanges = (
  prefix: string,
  of: (before: JsonObject, after: JsonObject) => Change,
): Readonly<Record<string, Change>> => {
  const changed = (before: JsonObject, after: JsonObject): Change => of({ spec: before }, { spec: after })
  return Object.fromEntries(
    Object.entries({
      engine: changed({}, { engine: 'MySQL' }),
      size: changed({}, { size: 'large' }),
      version: changed({}, { version: '16' }),
      availability: changed({}, { availability: 'MultiZone' }),
      'storage.size': changed({}, { storage: { size: '100Gi' } }),
      'storage.maxSize': changed({}, { storage: { maxSize: '1Ti' } }),
      'storage.type': changed({}, { storage: { type: 'HighIOPS' } }),
      'storage.iops': changed({}, { storage: { size: '400Gi', iops: 20000 } }),
      'storage.throughput': changed({}, { storage: { size: '400Gi', throughput: 1000 } }),
      'backup.policy': changed({}, { backup: { policy: 'weekly' } }),
      'backup.schedule': changed({}, { backup: { schedule: '30 5 * * *' } }),
      'backup.window.startTime': changed({}, { backup: { window: { startTime: '05:30' } } }),
      'backup.window.durationMinutes': changed(
        { backup: { window: { startTime: '05:30' } } },
        { backup: { window: { startTime: '05:30', durationMinutes: 120 } } },
      ),
      'backup.retentionDays': changed({}, { backup: { retentionDays: 20 } }),
      'backup.pointInTimeRecovery': changed({}, { backup: { pointInTimeRecovery: 'Disabled' } }),
      'backup.allowedNamespaces[]': changed({}, { backup: { allowedNamespaces: ['shop-preview'] } }),
      'restoreFrom.database.name': changed({}, { restoreFrom: { database: { name: 'stock' } } }),
      'restoreFrom.database.namespace': changed(
        { restoreFrom: { database: { name: 'stock' } } },
        { restoreFrom: { database: { name: 'stock', namespace: 'shop' } } },
      ),
      'restoreFrom.pointInTime': changed(
        { restoreFrom: { database: { name: 'stock' } } },
        { restoreFrom: { database: { name: 'stock' }, pointInTime: '2026-11-27T06:00:00Z' } },
      ),
      'deletion.policy': changed({}, { deletion: { policy: 'Orphan' } }),
      'deletion.protection': changed({}, { deletion: { protection: 'Enabled' } }),
    }).map(([field, values]) => [`${prefix}.${field}`, values]),
  )
}
