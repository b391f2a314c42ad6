import * as Type from 'typebox'
import type { Static } from 'typebox'
import { availabilities } from '../blocks/availability.ts'
import { backup } from '../blocks/backup.ts'
import { deletion } from '../blocks/deletion.ts'
import { storage } from '../blocks/storage.ts'
import { choice, label, text } from '../blocks/values.ts'
import { engines } from '../database/schema.ts'

/** An XDatabase that is made with its environment: the part of its fields that environments are written in. */
export const environmentDatabase = Type.Object({
  name: label({
    description: 'The XDatabase’s name. Its connection Secret is <name>-conn. Renaming makes another one.',
  }),
  spec: Type.Optional(
    Type.Object(
      {
        engine: Type.Optional(choice(engines, { description: 'The database engine. Default: Postgres.' })),
        size: Type.Optional(label({ description: 'A size class of the platform. Default: small.' })),
        version: Type.Optional(
          text(2, { pattern: '^[1-9][0-9]$', description: 'Major version, such as 17. Never goes down.' }),
        ),
        availability: Type.Optional(
          choice(availabilities, { description: 'Whether a standby is kept in another zone.' }),
        ),
        storage: Type.Optional(storage),
        backup: Type.Optional(backup),
        deletion: Type.Optional(deletion),
      },
      { description: 'What is asked of it, as in an XDatabase. Default: what an XDatabase has by default.' },
    ),
  ),
})

export type EnvironmentDatabase = Static<typeof environmentDatabase>
