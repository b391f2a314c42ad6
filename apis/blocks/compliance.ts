import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, set } from './values.ts'

export const complianceProfiles = ['pci', 'gdpr', 'hipaa', 'soc2'] as const
export type ComplianceProfile = (typeof complianceProfiles)[number]

/** What the law or a customer asks for beyond what every claim gets. What contradicts it is refused. */
export const compliance = Type.Object(
  {
    profiles: Type.Optional(
      Type.Array(choice(complianceProfiles, { description: 'A profile.' }), {
        maxItems: 4,
        description: 'Profiles to keep: docs/reference/compliance.md lists what each checks, and on what authority.',
        ...set,
      }),
    ),
  },
  { description: 'What has to be kept beyond what every claim gets.' },
)

export type Compliance = Static<typeof compliance>
