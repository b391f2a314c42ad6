import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice } from './values.ts'

export const deletionPolicies = ['Delete', 'Orphan', 'Snapshot'] as const

/** What happens to the data when the claim is deleted. */
export const deletion = Type.Object(
  {
    policy: Type.Optional(
      choice(deletionPolicies, {
        description:
          'Delete removes the data with the claim. Snapshot takes a last backup first. Orphan leaves everything in the cloud, unmanaged.',
      }),
    ),
    protection: Type.Optional(
      choice(['Enabled', 'Disabled'], {
        description: 'While Enabled, deleting the claim is refused. Default: Enabled in Production.',
      }),
    ),
  },
  { description: 'What deleting the claim does.' },
)

export type Deletion = Static<typeof deletion>
