import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, rules, set, text } from '../blocks/values.ts'

const userId = (description: string) => Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, description }))

/** What the container may do on its node: little, whatever is said here. */
export const security = Type.Object(
  {
    identity: Type.Optional(
      Type.Object(
        {
          permissions: Type.Optional(
            Type.Array(label({ description: 'A permission class of the platform.' }), {
              maxItems: 8,
              description:
                'What its pods may do in the cloud that the cluster runs on. No key is ever made for it. Default: nothing.',
              ...set,
            }),
          ),
        },
        { description: 'Who its pods are outside of the cluster.' },
      ),
    ),
    podSecurity: Type.Optional(
      Type.Object(
        {
          level: choice(['Restricted', 'Baseline'], {
            description:
              'Baseline, where platform and environment allow it: the image runs as the user that it names, root too, and may change to another one. Default: Restricted.',
          }),
          reason: Type.Optional(
            text(200, { minLength: 1, description: 'Baseline: why. It is shown in status.deviations.' }),
          ),
        },
        {
          description: 'What its pods may do, by Kubernetes’ pod security standards.',
          ...rules({
            rule: "(self.level == 'Baseline') == has(self.reason)",
            message: 'Baseline needs a reason, and Restricted has none',
            fieldPath: '.reason',
          }),
        },
      ),
    ),
    container: Type.Optional(
      Type.Object(
        {
          rootFilesystem: Type.Optional(
            choice(['ReadOnly', 'Writable'], {
              description:
                'Whether the image’s own files can be changed while it runs. /tmp can be written to always. Default: ReadOnly.',
            }),
          ),
          runAsUser: userId('The user’s number; never root. Default: 10001, or with Baseline the image’s own user.'),
          runAsGroup: userId('The group’s number. Default: the user’s.'),
        },
        { description: 'The container’s own rights.' },
      ),
    ),
  },
  { description: 'What the service may do.' },
)

export type Security = Static<typeof security>
