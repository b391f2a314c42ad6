import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, cidr, label, namedList } from './values.ts'

export const exposures = ['Private', 'Public'] as const

/** Who can open a connection. */
export const networkAccess = Type.Object(
  {
    exposure: Type.Optional(
      choice(exposures, {
        description: 'Private: reachable inside the network only. Public: has a public address, open to allowedCidrs.',
      }),
    ),
    allowedServices: Type.Optional(
      Type.Array(
        Type.Object({
          name: label({ description: 'The service’s name (its label app.kubernetes.io/instance).' }),
          namespace: Type.Optional(label({ description: 'Its namespace. Default: the claim’s.' })),
        }),
        {
          maxItems: 16,
          description: 'The services that may connect. Default: every service of the claim’s namespace.',
          ...namedList,
        },
      ),
    ),
    allowedCidrs: Type.Optional(
      Type.Array(
        Type.Object({
          name: label({ description: 'What this range is, such as office. It names the rule: renaming replaces it.' }),
          cidr: cidr({ description: 'An IPv4 range, such as 10.20.0.0/16. The platform decides which are allowed.' }),
        }),
        { maxItems: 8, description: 'Address ranges that may connect besides the services.', ...namedList },
      ),
    ),
    port: Type.Optional(
      Type.Integer({ minimum: 1024, maximum: 65535, description: 'The port to listen on. Default: 5432.' }),
    ),
  },
  { description: 'Who can open a connection. Private by default.' },
)

export type NetworkAccess = Static<typeof networkAccess>
