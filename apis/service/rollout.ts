import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, namedList, numberOrPercent, rules } from '../blocks/values.ts'
import { image, words } from './container.ts'

const job = Type.Object({
  name: label({ description: 'Its name.' }),
  image: Type.Optional(image('Its image. Default: the service’s.')),
  command: words('What it runs. It may run again: it has to bear that.'),
  args: Type.Optional(words('Its arguments.')),
  timeoutSeconds: Type.Optional(
    Type.Integer({ minimum: 10, maximum: 86400, description: 'How long it may take. Default: 600.' }),
  ),
})

/** How a new version takes the old one's place. */
export const rollout = Type.Object(
  {
    strategy: Type.Optional(
      choice(['RollingUpdate', 'Recreate'], {
        description:
          'RollingUpdate replaces pods little by little; Recreate ends all of the old ones first. Default: RollingUpdate, Recreate with a Persistent volume.',
      }),
    ),
    maxUnavailable: Type.Optional(
      numberOrPercent({ description: 'How many pods may be missing meanwhile. Default: 0.' }),
    ),
    maxSurge: Type.Optional(numberOrPercent({ description: 'How many may be there besides. Default: 1.' })),
    progressDeadlineSeconds: Type.Optional(
      Type.Integer({
        minimum: 30,
        maximum: 7200,
        description: 'After how long without progress it counts as failed. Default: 600.',
      }),
    ),
    preDeploy: Type.Optional(
      Type.Array(job, {
        maxItems: 4,
        description:
          'Jobs that run before pods of a new image start, once for each image or command. If one fails, the old version goes on.',
        ...namedList,
      }),
    ),
    terminationGraceSeconds: Type.Optional(
      Type.Integer({ minimum: 5, maximum: 3600, description: 'How long a pod may take to end. Default: 30.' }),
    ),
  },
  {
    description: 'How a new version takes the old one’s place.',
    ...rules(
      {
        rule: "!has(self.strategy) || self.strategy != 'Recreate' || (!has(self.maxUnavailable) && !has(self.maxSurge))",
        message: 'maxUnavailable and maxSurge are for RollingUpdate',
        fieldPath: '.strategy',
      },
      {
        rule: "!has(self.maxUnavailable) || !has(self.maxSurge) || !(self.maxUnavailable in ['0', '0%']) || !(self.maxSurge in ['0', '0%'])",
        message: 'one of maxUnavailable and maxSurge has to be more than 0, or nothing could be replaced',
        fieldPath: '.maxSurge',
      },
    ),
  },
)

export type PreDeployJob = Static<typeof job>
export type Rollout = Static<typeof rollout>
