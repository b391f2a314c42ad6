import * as Type from 'typebox'
import type { Static } from 'typebox'
import { availabilities } from '../blocks/availability.ts'
import { backup } from '../blocks/backup.ts'
import { deletion } from '../blocks/deletion.ts'
import { encryption } from '../blocks/encryption.ts'
import { maintenanceWindow } from '../blocks/maintenance-window.ts'
import { networkAccess } from '../blocks/network-access.ts'
import { placement, providers } from '../blocks/placement.ts'
import { restoreFrom } from '../blocks/restore-from.ts'
import { storage } from '../blocks/storage.ts'
import { advanced, choice, label, namedList, order, rules, text } from '../blocks/values.ts'
import type { ApiKind } from '../kind.ts'
import { reservedDatabaseNames } from './reserved-names.ts'
import { databaseStatus } from './status.ts'

export const engines = ['Postgres'] as const

const fixedAtCreation = (field: 'encoding' | 'collation') => ({
  rule: `has(self.${field}) == has(oldSelf.${field}) && (!has(self.${field}) || self.${field} == oldSelf.${field})`,
  message: `${field} is fixed when the database is made: make another database and copy the data`,
  fieldPath: `.${field}`,
})

const logicalDatabase = Type.Object(
  {
    name: text(63, {
      pattern: '^[a-z][a-z0-9_]*$',
      description: 'The database’s name on the server. It identifies it: renaming would make another one.',
    }),
    encoding: Type.Optional(choice(['UTF8', 'LATIN1'], { description: 'Character encoding. Default: UTF8.' })),
    collation: Type.Optional(
      text(32, {
        pattern: '^(C|POSIX|[a-z]{2,3}_[A-Z]{2}\\.utf8)$',
        description: 'Sort order, such as C or de_DE.utf8. Default: en_US.utf8.',
      }),
    ),
  },
  rules(
    fixedAtCreation('encoding'),
    fixedAtCreation('collation'),
    {
      rule: "!has(self.encoding) || self.encoding != 'LATIN1' || (has(self.collation) && self.collation in ['C', 'POSIX'])",
      message: 'LATIN1 needs collation C or POSIX',
      fieldPath: '.collation',
    },
    {
      rule: `!(self.name in [${reservedDatabaseNames.map(name => `'${name}'`).join(', ')}])`,
      message: 'the name belongs to the server or is a reserved word of SQL: choose another',
      fieldPath: '.name',
    },
  ),
)

export const databaseSpec = Type.Object(
  {
    engine: choice(engines, {
      default: 'Postgres',
      description: 'The database engine.',
      ...order(1),
      ...rules({ rule: 'self == oldSelf', message: "engine can't change: create a second claim and copy the data" }),
    }),
    size: Type.Optional(
      label({
        description:
          'A size class of the platform: small, medium, large, xlarge, or what the platform team has added. Default: the environment’s, else small.',
        ...order(2),
      }),
    ),
    version: Type.Optional(
      text(2, {
        pattern: '^[1-9][0-9]$',
        description: 'Major version, such as 17. Can go up, never down. Default: the newest that all providers offer.',
        ...order(3),
        ...rules({
          rule: 'int(self) >= int(oldSelf)',
          message: 'a database can’t be downgraded: create a second claim with the older version and copy the data',
        }),
      }),
    ),
    availability: Type.Optional(
      choice(availabilities, {
        description: 'MultiZone keeps a standby in another zone. Default: MultiZone in Production, else SingleZone.',
        ...order(4),
      }),
    ),
    state: Type.Optional(
      choice(['Active', 'Stopped'], {
        description:
          'Stopped keeps the data and the connection Secret, and costs no machine. So does an environment that sleeps. Default: Active.',
        ...order(5),
        ...advanced,
      }),
    ),
    databases: Type.Optional(
      Type.Array(logicalDatabase, {
        minItems: 1,
        maxItems: 16,
        description:
          'The databases on the server. The connection Secret names the first. Default: one, named like the claim.',
        ...namedList,
        ...order(6),
        ...advanced,
      }),
    ),
    storage: Type.Optional({ ...storage, ...order(7), ...advanced }),
    backup: Type.Optional({ ...backup, ...order(8), ...advanced }),
    restoreFrom: Type.Optional({ ...restoreFrom, ...order(9), ...advanced }),
    network: Type.Optional({ ...networkAccess, ...order(10), ...advanced }),
    encryption: Type.Optional({ ...encryption, ...order(11), ...advanced }),
    maintenanceWindow: Type.Optional({ ...maintenanceWindow, ...order(12), ...advanced }),
    deletion: Type.Optional({ ...deletion, ...order(13), ...advanced }),
    placement: Type.Optional({ ...placement, ...order(14), ...advanced }),
    writeConnectionSecretToRef: Type.Optional(
      Type.Object(
        {
          name: text(253, {
            pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
            description: 'The Secret’s name.',
          }),
        },
        { description: 'Where the connection details go. Default: <claim>-conn.', ...order(15), ...advanced },
      ),
    ),
  },
  {
    description: 'What the developer asks for.',
    ...rules(
      {
        // Taking it out is harmless: by then it has done its work, and what it names may be gone.
        rule: '!has(self.restoreFrom) || (has(oldSelf.restoreFrom) && self.restoreFrom == oldSelf.restoreFrom)',
        message: 'restoreFrom only counts when the database is made: create a second claim with it',
        fieldPath: '.restoreFrom',
      },
      {
        rule: 'has(self.writeConnectionSecretToRef) == has(oldSelf.writeConnectionSecretToRef) && (!has(self.writeConnectionSecretToRef) || self.writeConnectionSecretToRef.name == oldSelf.writeConnectionSecretToRef.name)',
        message: "the connection Secret can't move: services are bound to its name",
        fieldPath: '.writeConnectionSecretToRef',
      },
    ),
  },
)

export type DatabaseSpec = Static<typeof databaseSpec>

export const database: ApiKind = {
  kind: 'XDatabase',
  singular: 'xdatabase',
  plural: 'xdatabases',
  shortNames: ['xdb'],
  scope: 'Namespaced',
  description: 'A relational database: encrypted, private, backed up, with its connection details in a Secret.',
  spec: databaseSpec,
  status: databaseStatus,
  columns: [
    { name: 'ENGINE', type: 'string', jsonPath: '.spec.engine' },
    { name: 'VERSION', type: 'string', jsonPath: '.status.effective.version' },
    { name: 'SIZE', type: 'string', jsonPath: '.status.effective.size' },
    { name: 'PROVIDER', type: 'string', jsonPath: '.status.placement.provider' },
    { name: 'STATE', type: 'string', jsonPath: '.status.effective.state' },
    { name: 'SECRET', type: 'string', jsonPath: '.status.binding.name' },
    { name: 'ENDPOINT', type: 'string', jsonPath: '.status.endpoint.host', priority: 1 },
    { name: 'RESTORED-FROM', type: 'string', jsonPath: '.status.restoredFrom.database.name', priority: 1 },
  ],
  providers,
}
