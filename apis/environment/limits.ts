import * as Type from 'typebox'
import type { Static } from 'typebox'
import { byteAmount, cpuAmount, rules } from '../blocks/values.ts'

const amounts = (description: string) =>
  Type.Object(
    {
      cpu: Type.Optional(cpuAmount({ description: 'CPU, such as 500m.' })),
      memory: Type.Optional(byteAmount({ description: 'Memory, such as 512Mi.' })),
    },
    { description },
  )

const atMost = (less: string, more: string, resource: 'cpu' | 'memory') => ({
  rule: [
    `!has(self.${less}) || !has(self.${less}.${resource}) || !has(self.${more}) || !has(self.${more}.${resource})`,
    `quantity(self.${less}.${resource}).compareTo(quantity(self.${more}.${resource})) <= 0`,
  ].join(' || '),
  message: `${less}.${resource} is more than ${more}.${resource}: no container could be made`,
  fieldPath: `.${less}`,
})

/** What a container gets that says nothing, and what none may exceed. */
export const limits = Type.Object(
  {
    defaultRequest: Type.Optional(
      amounts('What a container requests that does not say. Default: cpu 100m, memory 128Mi.'),
    ),
    default: Type.Optional(amounts('The limit of a container that has none. Default: none.')),
    max: Type.Optional(amounts('The most that a container may have as its limit. Default: none.')),
  },
  {
    description: 'What single containers get and may have.',
    ...rules(
      atMost('defaultRequest', 'default', 'cpu'),
      atMost('defaultRequest', 'default', 'memory'),
      atMost('default', 'max', 'cpu'),
      atMost('default', 'max', 'memory'),
      atMost('defaultRequest', 'max', 'cpu'),
      atMost('defaultRequest', 'max', 'memory'),
    ),
  },
)

export type Limits = Static<typeof limits>
