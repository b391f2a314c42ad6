import * as Type from 'typebox'
import type { Static } from 'typebox'
import { binding, commonStatus, origins } from '../blocks/status.ts'
import { text } from '../blocks/values.ts'

const effective = Type.Object(
  {
    environment: text(16, { description: 'What the claim counts as: its XEnvironment’s type, or the platform’s.' }),
    version: text(8, { description: 'Major version.' }),
    size: text(63, { description: 'Size class.' }),
    instanceType: Type.Optional(text(63, { description: 'What the size class is on this provider.' })),
    zones: Type.Optional(
      Type.Array(text(8, { description: 'A zone.' }), {
        maxItems: 2,
        description: 'The zones that the provider has chosen: of the server, and of its standby.',
      }),
    ),
    availability: text(16, { description: 'SingleZone or MultiZone.' }),
    state: text(16, { description: 'Active or Stopped.' }),
    database: text(63, { description: 'The database that the connection Secret names.' }),
    storage: Type.Object({ size: text(12, { description: 'Size of the disk.' }) }, { description: 'The disk.' }),
    encryption: Type.Object(
      {
        atRest: text(16, { description: 'Whose key encrypts the storage.' }),
        inTransit: text(16, { description: 'Whether TLS is required.' }),
      },
      { description: 'Encryption.' },
    ),
    network: Type.Object({ exposure: text(16, { description: 'Private or Public.' }) }, { description: 'Access.' }),
    deletion: Type.Object(
      {
        policy: text(16, { description: 'What happens to the data.' }),
        protection: text(16, { description: 'Whether deleting the claim is refused.' }),
      },
      { description: 'Deletion.' },
    ),
    origins,
  },
  { description: 'What was decided for everything that the claim leaves open.' },
)

export const databaseStatus = Type.Object({
  ...commonStatus,
  effective: Type.Optional(effective),
  binding: Type.Optional(binding),
  endpoint: Type.Optional(
    Type.Object(
      {
        host: text(253, { description: 'Host name or address.' }),
        port: Type.Integer({ description: 'Port.' }),
        readOnlyHost: text(253, { description: 'Where reads may go; the same as host without a read replica.' }),
      },
      { description: 'Where the server listens.' },
    ),
  ),
  engineVersion: Type.Optional(text(32, { description: 'The exact version that runs.' })),
  storage: Type.Optional(
    Type.Object({ allocated: text(12, { description: 'What the provider has allocated.' }) }, { description: 'Disk.' }),
  ),
  backup: Type.Optional(
    Type.Object(
      {
        policy: text(63, { description: 'Backup policy.' }),
        schedule: text(64, { description: 'When backups are taken: cron, UTC.' }),
        retentionDays: Type.Integer({ description: 'Days a backup is kept.' }),
        pointInTimeRecovery: text(16, { description: 'Enabled or Disabled.' }),
      },
      { description: 'How the data is backed up.' },
    ),
  ),
  restoredFrom: Type.Optional(
    Type.Object(
      {
        database: Type.Object(
          {
            name: text(253, { description: 'Its name.' }),
            namespace: text(63, { description: 'Its namespace.' }),
          },
          { description: 'The XDatabase.' },
        ),
        pointInTime: Type.Optional(text(20, { description: 'The moment that was asked for.' })),
      },
      { description: 'Whose backups the server was made of.' },
    ),
  ),
  maintenance: Type.Optional(
    Type.Object(
      { window: text(40, { description: 'When the provider may patch, in UTC.' }) },
      { description: 'Patching.' },
    ),
  ),
})

export type DatabaseStatus = Static<typeof databaseStatus>
