import * as Type from 'typebox'
import type { Static } from 'typebox'
import { aws, azure, gcp } from '../platform/providers.ts'

/** Accounts of an environment's own, described as the platform describes its own. */
export const environmentAccounts = Type.Object(
  { aws: Type.Optional(aws), gcp: Type.Optional(gcp), azure: Type.Optional(azure) },
  {
    description:
      'Accounts of its own, in place of the platform’s: with a provider configuration, regions and networks. Claims that exist stay in the account that they were made in.',
  },
)

export type EnvironmentAccounts = Static<typeof environmentAccounts>
