import * as Type from 'typebox'
import { image, words } from './container.ts'

/** A job that changes the database's schema, once for each image or command, before pods of the new version start. */
export const migration = Type.Object(
  {
    image: Type.Optional(image('Its image. Default: the service’s.')),
    command: words('What it runs. It may run again: it has to bear that.'),
    args: Type.Optional(words('Its arguments.')),
    timeoutSeconds: Type.Optional(
      Type.Integer({ minimum: 10, maximum: 86400, description: 'How long it may take. Default: 600.' }),
    ),
  },
  { description: 'A job that changes the database’s schema before pods of a new version start.' },
)
