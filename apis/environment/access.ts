import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, rules, text } from '../blocks/values.ts'

export const roles = ['Viewer', 'Developer', 'Operator', 'Admin'] as const
export type Role = (typeof roles)[number]

const subject = Type.Object(
  {
    kind: choice(['Group', 'User', 'ServiceAccount'], { description: 'What the name is of.' }),
    name: text(253, {
      pattern: '^\\S+$',
      description: 'The name, as the cluster’s authentication gives it.',
      ...rules({
        rule: "!self.startsWith('system:')",
        message:
          'names that begin with system: belong to Kubernetes: name a group, a user or a ServiceAccount of yours',
      }),
    }),
    namespace: Type.Optional(label({ description: 'Of a ServiceAccount: its namespace. Default: the environment’s.' })),
  },
  { description: 'Who.' },
)

/** Who may do what in an environment. */
export const access = Type.Object({
  name: label({ description: 'What this is for, such as checkout-team. Renaming replaces it.' }),
  subject,
  role: choice(roles, {
    description:
      'Viewer reads all but Secrets. Operator also restarts and scales. Developer also deploys, claims and reads Secrets. Admin also grants roles.',
  }),
})

export type Access = Static<typeof access>
