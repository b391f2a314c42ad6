import * as Type from 'typebox'
import type { Static } from 'typebox'
import { absolutePath, choice, diskSize, label, rules, text } from '../blocks/values.ts'
import { sources } from './container.ts'

/** One file in the container. */
export const file = Type.Object(
  {
    path: absolutePath({ description: 'Where it is, such as /etc/app/config.yaml.' }),
    content: Type.Optional(
      text(65536, { description: 'What is in it, as it is: nothing in it is replaced. No passwords here.' }),
    ),
    ...sources,
  },
  rules({
    rule: '[has(self.content), has(self.secretKeyRef), has(self.configMapKeyRef), has(self.bindingKeyRef)].filter(given, given).size() == 1',
    message: 'give one of content, secretKeyRef, configMapKeyRef and bindingKeyRef',
    fieldPath: '.path',
  }),
)

const fixed = (field: string, message: string) => ({
  rule: `has(self.${field}) == has(oldSelf.${field}) && (!has(self.${field}) || self.${field} == oldSelf.${field})`,
  message,
  fieldPath: `.${field}`,
})

/** A folder that can be written to: the rest of the container is read-only. */
export const volume = Type.Object(
  {
    name: label({ description: 'Its name. It identifies the data: renaming makes another one.' }),
    mountPath: absolutePath({ description: 'Where it is in the container, such as /var/cache/app.' }),
    type: choice(['Ephemeral', 'Memory', 'Persistent', 'Shared'], {
      description:
        'Ephemeral and Memory go with the pod. Persistent outlives it and belongs to one pod. Shared outlives it and belongs to all of them.',
      ...rules({
        rule: 'self == oldSelf',
        message: "type can't change: the data would stay behind. Make another volume and copy it.",
      }),
    }),
    size: Type.Optional(diskSize({ description: 'Its size, such as 10Gi. Can grow. Default: 1Gi.' })),
    className: Type.Optional(
      label({ description: 'StorageClass of a Persistent or Shared volume. Default: the platform’s.' }),
    ),
  },
  rules(
    {
      rule: '!has(oldSelf.size) || !has(self.size) || quantity(self.size).compareTo(quantity(oldSelf.size)) >= 0',
      message: 'a volume can’t shrink: make another one and copy the data',
      fieldPath: '.size',
    },
    fixed('className', 'a volume can’t change its class: make another one and copy the data'),
  ),
)

export type File = Static<typeof file>
export type Volume = Static<typeof volume>
