import type { JsonObject } from '../../functions/runtime/json.ts'

/** For each field of an XDatabase: a claim without it, or with one value, and the same claim with another. */
export const changes: Readonly<Record<string, readonly [before: JsonObject, after: JsonObject]>> = {
  engine: [{}, { engine: 'MySQL' }],
  size: [{}, { size: 'large' }],
  version: [{ version: '17' }, { version: '16' }],
  availability: [
    { size: 'medium', availability: 'SingleZone' },
    { size: 'medium', availability: 'MultiZone' },
  ],
  state: [{}, { state: 'Stopped' }],
  'databases[].name': [{ databases: [{ name: 'one' }] }, { databases: [{ name: 'two' }] }],
  'databases[].encoding': [
    { databases: [{ name: 'one' }, { name: 'two', collation: 'C' }] },
    { databases: [{ name: 'one' }, { name: 'two', collation: 'C', encoding: 'LATIN1' }] },
  ],
  'databases[].collation': [
    { databases: [{ name: 'one' }, { name: 'two' }] },
    { databases: [{ name: 'one' }, { name: 'two', collation: 'C' }] },
  ],
  'storage.size': [{ storage: { size: '100Gi' } }, { storage: { size: '200Gi' } }],
  'storage.maxSize': [{}, { storage: { maxSize: '1Ti' } }],
  'storage.type': [{ storage: { type: 'SSD' } }, { storage: { type: 'HighIOPS' } }],
  'storage.iops': [{ storage: { size: '400Gi' } }, { storage: { size: '400Gi', iops: 20000 } }],
  'storage.throughput': [{ storage: { size: '400Gi' } }, { storage: { size: '400Gi', throughput: 1000 } }],
  'backup.policy': [{}, { backup: { policy: 'weekly' } }],
  'backup.schedule': [{}, { backup: { schedule: '30 5 * * *' } }],
  'backup.window.startTime': [{}, { backup: { window: { startTime: '05:30' } } }],
  'backup.window.durationMinutes': [
    { backup: { window: { startTime: '05:30' } } },
    { backup: { window: { startTime: '05:30', durationMinutes: 120 } } },
  ],
  'backup.retentionDays': [{}, { backup: { retentionDays: 20 } }],
  'backup.pointInTimeRecovery': [{}, { backup: { pointInTimeRecovery: 'Disabled' } }],
  'backup.allowedNamespaces[]': [{}, { backup: { allowedNamespaces: ['shop-preview'] } }],
  'restoreFrom.database.name': [{}, { restoreFrom: { database: { name: 'stock' } } }],
  'restoreFrom.database.namespace': [
    { restoreFrom: { database: { name: 'stock' } } },
    { restoreFrom: { database: { name: 'stock', namespace: 'shop' } } },
  ],
  'restoreFrom.pointInTime': [
    { restoreFrom: { database: { name: 'stock', namespace: 'shop' } } },
    { restoreFrom: { database: { name: 'stock', namespace: 'shop' }, pointInTime: '2026-11-27T06:00:00Z' } },
  ],
  'network.exposure': [
    { network: { allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] } },
    { network: { exposure: 'Public', allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] } },
  ],
  'network.allowedServices[].name': [
    { network: { allowedServices: [{ name: 'web' }] } },
    { network: { allowedServices: [{ name: 'api' }] } },
  ],
  'network.allowedServices[].namespace': [
    { network: { allowedServices: [{ name: 'web' }] } },
    { network: { allowedServices: [{ name: 'web', namespace: 'other' }] } },
  ],
  'network.allowedCidrs[].name': [
    { network: { allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] } },
    { network: { allowedCidrs: [{ name: 'b', cidr: '10.0.0.0/8' }] } },
  ],
  'network.allowedCidrs[].cidr': [
    { network: { allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] } },
    { network: { allowedCidrs: [{ name: 'a', cidr: '10.1.0.0/16' }] } },
  ],
  'network.port': [{}, { network: { port: 6432 } }],
  'encryption.atRest': [{}, { encryption: { atRest: 'CustomerManaged' } }],
  'encryption.inTransit': [{}, { encryption: { inTransit: 'Preferred' } }],
  'maintenanceWindow.dayOfWeek': [
    { maintenanceWindow: { dayOfWeek: 'Monday', startTime: '05:00' } },
    { maintenanceWindow: { dayOfWeek: 'Tuesday', startTime: '05:00' } },
  ],
  'maintenanceWindow.startTime': [
    { maintenanceWindow: { dayOfWeek: 'Monday', startTime: '05:00' } },
    { maintenanceWindow: { dayOfWeek: 'Monday', startTime: '06:00' } },
  ],
  'maintenanceWindow.durationMinutes': [
    { maintenanceWindow: { dayOfWeek: 'Monday', startTime: '05:00' } },
    { maintenanceWindow: { dayOfWeek: 'Monday', startTime: '05:00', durationMinutes: 90 } },
  ],
  'deletion.policy': [{ deletion: { policy: 'Delete' } }, { deletion: { policy: 'Orphan' } }],
  'deletion.protection': [{}, { deletion: { protection: 'Enabled' } }],
  'placement.provider': [{}, { placement: { provider: 'GCP' } }],
  'placement.region': [{}, { placement: { region: 'elsewhere' } }],
  'writeConnectionSecretToRef.name': [{}, { writeConnectionSecretToRef: { name: 'other' } }],
}

/**
 * Fields that do nothing on a provider because of what the provider is, each with the reason. Everything here is told in
 * `status.deviations` whenever the field is set at all.
 */
export const toldOnly: Readonly<Record<string, readonly string[]>> = {
  // The clouds can't tell the cluster's services apart.
  'network.allowedServices[].name': ['AWS', 'GCP', 'Azure'],
  'network.allowedServices[].namespace': ['AWS', 'GCP', 'Azure'],
  // A private address is open to its network on these two.
  'network.allowedCidrs[].name': ['GCP', 'Azure'],
  'network.allowedCidrs[].cidr': ['GCP', 'Azure'],
  'backup.window.durationMinutes': ['Kubernetes'],
  // CloudNativePG has no window to keep.
  'maintenanceWindow.dayOfWeek': ['Kubernetes'],
  'maintenanceWindow.startTime': ['Kubernetes'],
  // Cloud SQL's and Azure's windows last an hour.
  'maintenanceWindow.durationMinutes': ['GCP', 'Azure', 'Kubernetes'],
  // The log is kept whenever there is a place for it.
  'backup.pointInTimeRecovery': ['AWS', 'Azure', 'Kubernetes'],
}

/** Fields that only name something for people, where the provider has no place for the name; and what other claims read. */
export const documentationOnly: Readonly<Record<string, readonly string[]>> = {
  // Whoever restores from it looks for that: test/kinds/database/restore/source.test.ts.
  'backup.allowedNamespaces[]': ['AWS', 'GCP', 'Azure', 'Kubernetes'],
  // A range in a NetworkPolicy has no name.
  'network.allowedCidrs[].name': ['Kubernetes'],
}
