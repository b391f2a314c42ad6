import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, rules } from './values.ts'

/** Data is always encrypted at rest; this says with whose key, and whether plain connections are refused. */
export const encryption = Type.Object(
  {
    atRest: Type.Optional(
      choice(['ProviderManaged', 'CustomerManaged'], {
        description: 'Whose key encrypts the storage. CustomerManaged uses the key that the platform team registered.',
      }),
    ),
    inTransit: Type.Optional(
      choice(['Required', 'Preferred'], {
        description: 'Required refuses connections without TLS. Default: Required.',
      }),
    ),
  },
  {
    description: 'Encryption at rest and in transit.',
    ...rules({
      rule: '!has(oldSelf.atRest) || !has(self.atRest) || self.atRest == oldSelf.atRest',
      message: "atRest can't change: no cloud re-encrypts a disk in place. Create a second claim and copy the data.",
      fieldPath: '.atRest',
    }),
  },
)

export type Encryption = Static<typeof encryption>
