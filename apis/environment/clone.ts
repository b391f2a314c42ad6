import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label } from '../blocks/values.ts'

/** How the databases of another environment are made in this one. */
const databaseModes = ['Empty', 'Seed', 'None'] as const

/** Another environment that this one is made after. What it says itself wins. */
export const cloneFrom = Type.Object(
  {
    environment: label({ description: 'The XEnvironment. It is followed: what changes there changes here.' }),
    databases: Type.Optional(
      choice(databaseModes, {
        description:
          'Empty makes its databases here, without their data. Seed makes them and loads into each what its seed names. None makes none of them. Default: Empty.',
      }),
    ),
  },
  {
    description:
      'Another environment that this one is like: its databases, services, defaults, placement, isolation, egress, limits, pod security, team and access. Its Secrets, its data, its domains, its quota, and how it is protected and kept, are not taken over.',
  },
)

export type CloneFrom = Static<typeof cloneFrom>
