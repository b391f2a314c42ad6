import * as Type from 'typebox'
import type { Static } from 'typebox'
import { image, resources, words } from '../service/container.ts'

/** What is loaded into a database of an environment, once, while it is empty. */
export const seed = Type.Object(
  {
    image: image('An image that connects by DATABASE_URL and loads its tables and rows.'),
    command: Type.Optional(words('What it runs. Default: the image’s entrypoint.')),
    args: Type.Optional(words('Its arguments.')),
    timeoutSeconds: Type.Optional(
      Type.Integer({
        minimum: 10,
        maximum: 86400,
        description: 'How long it may take, all tries together. Default: 600.',
      }),
    ),
    resources: Type.Optional({ ...resources, description: 'What its container is given. Default: 100m and 256Mi.' }),
  },
  {
    description:
      'What is loaded into it, once, after it is made and before services that use it start. A try that fails is followed by others: load in one transaction. Never in Production: there it is for clones.',
  },
)

export type Seed = Static<typeof seed>
