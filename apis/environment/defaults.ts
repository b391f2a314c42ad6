import * as Type from 'typebox'
import type { Static } from 'typebox'
import { availabilities } from '../blocks/availability.ts'
import { choice, label } from '../blocks/values.ts'

/** What claims in an environment get that do not say otherwise. */
export const environmentClaimDefaults = Type.Object(
  {
    size: Type.Optional(label({ description: 'Size class of databases. Those that exist keep theirs.' })),
    availability: Type.Optional(choice(availabilities, { description: 'Availability of databases.' })),
    backupPolicy: Type.Optional(label({ description: 'Backup policy of databases.' })),
  },
  { description: 'What claims in it get that do not say otherwise.' },
)

export type EnvironmentClaimDefaults = Static<typeof environmentClaimDefaults>
