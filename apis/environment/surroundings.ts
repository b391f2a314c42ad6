import * as Type from 'typebox'
import type { Static } from 'typebox'
import { placementFields } from '../blocks/placement.ts'
import { podSecurity } from '../blocks/pod-security.ts'
import { choice } from '../blocks/values.ts'
import { environmentTypes } from '../platform/classes.ts'
import { environmentAccounts } from './accounts.ts'
import { environmentClaimDefaults } from './defaults.ts'
import { networkOfClaims } from './networking.ts'

/** The part of an XEnvironment's spec that is about the claims in it. The rest is its own business, and may be newer than we are. */
export const surroundings = Type.Object({
  type: Type.Optional(choice(environmentTypes, { description: 'What it is for.' })),
  placement: Type.Optional(Type.Object(placementFields)),
  defaults: Type.Optional(environmentClaimDefaults),
  providers: Type.Optional(environmentAccounts),
  networking: Type.Optional(Type.Object(networkOfClaims)),
  podSecurity: Type.Optional(podSecurity),
})

export type SurroundingsSpec = Static<typeof surroundings>
