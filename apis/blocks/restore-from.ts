import * as Type from 'typebox'
import type { Static } from 'typebox'
import { label, objectName, text } from './values.ts'

/** A moment in UTC as Kubernetes writes it, to the second: what every provider can restore to. */
const moment = (description: string) =>
  text(20, {
    pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$',
    description,
  })

/** Whose backups something new is made of. Only at creation: what exists is never replaced. */
export const restoreFrom = Type.Object(
  {
    database: Type.Object(
      {
        name: objectName({ description: 'The XDatabase’s name.' }),
        namespace: Type.Optional(
          label({
            description:
              'Its namespace, which it has to name this one for in backup.allowedNamespaces. Default: the claim’s own.',
          }),
        ),
      },
      { description: 'The XDatabase whose data the new one begins with.' },
    ),
    pointInTime: Type.Optional(
      moment('The data as it was then, in UTC, such as 2026-11-28T06:00:00Z. Default: the latest that there is.'),
    ),
  },
  { description: 'Makes the database of another one’s backups. Only when it is created; it can be taken out later.' },
)

export type RestoreFrom = Static<typeof restoreFrom>
