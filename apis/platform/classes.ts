import * as Type from 'typebox'
import type { Static } from 'typebox'
import { availabilities } from '../blocks/availability.ts'
import { deletion } from '../blocks/deletion.ts'
import { egressMode, isolation } from '../blocks/isolation.ts'
import { lifecycleDefaults } from '../blocks/lifecycle.ts'
import { podSecurity } from '../blocks/pod-security.ts'
import { resourceQuota } from '../blocks/resource-quota.ts'
import { choice, cron, diskSize, label, namedList, text } from '../blocks/values.ts'
import { permission } from './identity.ts'
import { alertChannel } from './observability.ts'
import { runtime } from './workloads.ts'

export const environmentTypes = ['Development', 'Test', 'Staging', 'Production', 'Preview', 'Sandbox'] as const
export type EnvironmentType = (typeof environmentTypes)[number]

const machine = (description: string) => Type.Optional(text(63, { pattern: '^[A-Za-z][A-Za-z0-9._-]*$', description }))

/** What a size name means: always CPU, memory and disk; per cloud the machine to use. */
export const size = Type.Object(
  {
    name: label({ description: 'The name that claims use, such as small.' }),
    cpu: text(8, {
      pattern: '^([1-9][0-9]{0,2}|[1-9][0-9]{1,3}00m|[1-9]00m)$',
      description: 'CPU, such as 2 or 500m.',
    }),
    memory: text(8, { pattern: '^[1-9][0-9]{0,3}(Mi|Gi)$', description: 'Memory, such as 4Gi.' }),
    storage: Type.Optional(diskSize({ description: 'The disk when the claim names none. Default: 20Gi.' })),
    aws: machine('RDS instance class, such as db.m7g.large.'),
    gcp: machine('Cloud SQL tier, such as db-custom-2-8192. Default: made from cpu and memory.'),
    azure: machine('Flexible server SKU, such as GP_Standard_D2ds_v5.'),
  },
  { description: 'A size class.' },
)

export const backupPolicy = Type.Object(
  {
    name: label({ description: 'The name that claims use, such as daily.' }),
    schedule: cron({ description: 'When backups are taken: cron, five fields, UTC.' }),
    retentionDays: Type.Integer({ minimum: 1, maximum: 365, description: 'How many days a backup is kept.' }),
    pointInTimeRecovery: choice(['Enabled', 'Disabled'], { description: 'Whether any moment can be restored.' }),
  },
  { description: 'A backup policy.' },
)

export const environmentDefaults = Type.Object(
  {
    name: choice(environmentTypes, { description: 'The environment type.' }),
    availability: Type.Optional(choice(availabilities, { description: 'Availability of databases.' })),
    backupPolicy: Type.Optional(label({ description: 'Backup policy.' })),
    deletion: Type.Optional(deletion),
    networking: Type.Optional(
      Type.Object(
        {
          isolation: Type.Optional(isolation()),
          egress: Type.Optional(
            Type.Object({ mode: Type.Optional(egressMode()) }, { description: 'Connections from its pods.' }),
          ),
        },
        { description: 'Networking of environments.' },
      ),
    ),
    podSecurity: Type.Optional(podSecurity),
    quota: Type.Optional(resourceQuota),
    lifecycle: Type.Optional(
      Type.Object(lifecycleDefaults, { description: 'How long environments live, and when they sleep.' }),
    ),
  },
  { description: 'Defaults of an environment type.' },
)

export const classes = Type.Object(
  {
    sizes: Type.Optional(
      Type.Array(size, {
        maxItems: 40,
        description: 'Size classes, besides small, medium, large and xlarge, or in place of them.',
        ...namedList,
      }),
    ),
    backupPolicies: Type.Optional(
      Type.Array(backupPolicy, {
        maxItems: 20,
        description: 'Backup policies, besides daily, weekly and hourly, or in place of them.',
        ...namedList,
      }),
    ),
    permissions: Type.Optional(
      Type.Array(permission, {
        maxItems: 60,
        description: 'Permissions that services may ask for. Default: none.',
        ...namedList,
      }),
    ),
    runtimes: Type.Optional(
      Type.Array(runtime, {
        maxItems: 40,
        description: 'Runtime classes, besides the built-in ones, or in place of them.',
        ...namedList,
      }),
    ),
    alertChannels: Type.Optional(
      Type.Array(alertChannel, {
        maxItems: 40,
        description: 'Alert channels. Default: none, so that claims can name none.',
        ...namedList,
      }),
    ),
  },
  { description: 'The names that claims may use.' },
)

export type Size = Static<typeof size>
export type BackupPolicy = Static<typeof backupPolicy>
export type EnvironmentDefaults = Static<typeof environmentDefaults>
