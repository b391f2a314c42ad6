import * as Type from 'typebox'
import { availabilities } from '../blocks/availability.ts'
import { backup } from '../blocks/backup.ts'
import { deletion } from '../blocks/deletion.ts'
import { restoreFrom } from '../blocks/restore-from.ts'
import { storage } from '../blocks/storage.ts'
import { choice, label, text, type Rule } from '../blocks/values.ts'
import { engines } from './schema.ts'

/** An XDatabase that is made with something else: the part of its fields that is written there. */
export const inlineDatabase = Type.Object(
  {
    engine: Type.Optional(choice(engines, { description: 'The database engine. Default: Postgres.' })),
    size: Type.Optional(
      label({ description: 'A size class of the platform. Default: the environment’s, else small.' }),
    ),
    version: Type.Optional(
      text(2, { pattern: '^[1-9][0-9]$', description: 'Major version, such as 17. Never goes down.' }),
    ),
    availability: Type.Optional(choice(availabilities, { description: 'Whether a standby is kept in another zone.' })),
    storage: Type.Optional(storage),
    backup: Type.Optional(backup),
    restoreFrom: Type.Optional(restoreFrom),
    deletion: Type.Optional(deletion),
  },
  { description: 'What is asked of it, as in an XDatabase. Default: what an XDatabase has by default.' },
)

/** What an item with such a part keeps to: which backups a database begins with is decided when it is made. */
export const begunOnce: Rule = {
  rule: '!has(self.spec) || !has(self.spec.restoreFrom) || (has(oldSelf.spec) && has(oldSelf.spec.restoreFrom) && self.spec.restoreFrom == oldSelf.spec.restoreFrom)',
  message: 'restoreFrom only counts when the database is made: add another one with it',
  fieldPath: '.spec.restoreFrom',
}
