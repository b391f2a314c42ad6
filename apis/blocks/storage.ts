import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, diskSize, rules } from './values.ts'

/** The disk. It can grow and never shrinks. */
export const storage = Type.Object(
  {
    size: Type.Optional(diskSize({ description: 'The size of the disk, such as 20Gi. Default: the size class’s.' })),
    maxSize: Type.Optional(diskSize({ description: 'Grow the disk by itself up to this size.' })),
    type: Type.Optional(
      choice(['SSD', 'HighIOPS'], { description: 'SSD suits most; HighIOPS guarantees the rate given in iops.' }),
    ),
    iops: Type.Optional(
      Type.Integer({ minimum: 1000, maximum: 256000, description: 'Guaranteed operations a second.' }),
    ),
    throughput: Type.Optional(
      Type.Integer({ minimum: 125, maximum: 4000, description: 'Guaranteed throughput in MiB a second.' }),
    ),
  },
  {
    description: 'The disk. It can grow and never shrinks.',
    ...rules({
      rule: '!has(oldSelf.size) || !has(self.size) || quantity(self.size).compareTo(quantity(oldSelf.size)) >= 0',
      message: "a disk can't shrink. Keep the size, or create a smaller claim and copy the data.",
      fieldPath: '.size',
    }),
  },
)

export type Storage = Static<typeof storage>
