import * as Type from 'typebox'
import type { Static } from 'typebox'
import { egressMode, isolation } from '../blocks/isolation.ts'
import { cidr, label, namedList, rules, set } from '../blocks/values.ts'

const destination = Type.Object({
  name: label({ description: 'What is there, such as payments. It names the policy: renaming replaces it.' }),
  cidr: cidr({ description: 'An IPv4 range, such as 198.51.100.0/24.' }),
  ports: Type.Optional(
    Type.Array(Type.Integer({ minimum: 1, maximum: 65535, description: 'A port.' }), {
      minItems: 1,
      maxItems: 16,
      description: 'The TCP ports. Default: all ports of all protocols.',
      ...set,
    }),
  ),
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

/** Who connects to the pods of an environment, and where they connect to. */
export const networking = Type.Object(
  { isolation: Type.Optional(isolation()), egress: Type.Optional(egress) },
  { description: 'Who connects to the pods of this environment, and where they connect to.' },
)

export type Networking = Static<typeof networking>
export type Destination = Static<typeof destination>
