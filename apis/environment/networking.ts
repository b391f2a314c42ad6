import * as Type from 'typebox'
import type { Static } from 'typebox'
import { destinationPorts, range } from '../blocks/destination.ts'
import { egressMode, isolation } from '../blocks/isolation.ts'
import { domain, label, namedList, rules, set } from '../blocks/values.ts'

const destination = Type.Object({
  name: label({ description: 'What is there, such as payments. It names the policy: renaming replaces it.' }),
  cidr: range,
  ports: Type.Optional(destinationPorts),
})

const egress = Type.Object(
  {
    mode: Type.Optional(egressMode()),
    allow: Type.Optional(
      Type.Array(destination, {
        maxItems: 16,
        description: 'Where pods may connect to besides, with mode Restricted.',
        ...namedList,
      }),
    ),
  },
  {
    description: 'Connections from the pods of this environment.',
    ...rules({
      rule: "!has(self.allow) || (has(self.mode) && self.mode == 'Restricted')",
      message: 'allow opens nothing unless mode is Restricted: set it here as well',
      fieldPath: '.allow',
    }),
  },
)

/** What of it is about the claims in an environment. */
export const networkOfClaims = {
  domain: Type.Optional(
    domain({
      description:
        'Services that name no domain get <service>.<domain>, and may use all that is below it. Default: they have to name one.',
    }),
  ),
  allowedDomains: Type.Optional(
    Type.Array(domain({ description: 'A domain, with all that is below it.' }), {
      maxItems: 16,
      description:
        'Domains that services may use besides. Default: those of the platform, if there is no domain either.',
      ...set,
    }),
  ),
  egress: Type.Optional(egress),
}

/** Who connects to the pods of an environment, and where they connect to. */
export const networking = Type.Object(
  { isolation: Type.Optional(isolation()), ...networkOfClaims },
  { description: 'Who connects to the pods of this environment, and where they connect to.' },
)

export type Networking = Static<typeof networking>
export type Destination = Static<typeof destination>
