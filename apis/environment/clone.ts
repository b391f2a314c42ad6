import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label } from '../blocks/values.ts'

/** How the databases of another environment are made in this one. */
const databaseModes = ['Empty', 'Seed', 'LatestBackup', 'None'] as const

/** Another environment that this one is made after. What it says itself wins. */
export const cloneFrom = Type.Object(
  {
    environment: label({ description: 'The XEnvironment. It is followed: what changes there changes here.' }),
    databases: Type.Optional(
      choice(databaseModes, {
        description:
          'Empty makes its databases here, without their data. Seed makes them and loads into each what its seed names. LatestBackup makes each of its backups, which has to name this environment in backup.allowedNamespaces. None makes none of them. Those that are here already stay as they are. Default: Empty.',
      }),
    ),
  },
  {
    description:
      'Another environment that this one is like: its databases, services, defaults, placement, isolation, egress, limits, pod security, team and access. Its Secrets, its domains, its quota, and how it is protected and kept, are not taken over.',
  },
)

export type CloneFrom = Static<typeof cloneFrom>
