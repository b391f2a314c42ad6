import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, rules, text } from './values.ts'

const anything = { 'x-kubernetes-preserve-unknown-fields': true } as const

const operation = Type.Object({
  op: choice(['add', 'remove', 'replace', 'test'], { description: 'What is done (RFC 6902).' }),
  path: text(256, { pattern: '^(/[^/]*)+$', description: 'Where, such as /spec/behavior/scaleUp.' }),
  value: Type.Optional(Type.Unsafe<unknown>({ ...anything, description: 'The value, but for remove.' })),
})

/** A change of one composed resource, after everything else: a way out where the API has no field. */
export const override = Type.Object(
  {
    target: text(80, { description: 'The resource, by its key in status.resources, such as deployment.' }),
    reason: text(256, { minLength: 1, description: 'Why. It is told in status.deviations.' }),
    merge: Type.Optional(
      Type.Unsafe<object>({
        type: 'object',
        ...anything,
        description: 'Fields that are set (RFC 7386); null takes one out.',
      }),
    ),
    jsonPatch: Type.Optional(
      Type.Array(operation, { maxItems: 16, minItems: 1, description: 'Changes, in their order.' }),
    ),
  },
  rules({
    rule: 'has(self.merge) != has(self.jsonPatch)',
    message: 'give one of merge and jsonPatch',
    fieldPath: '.target',
  }),
)

export type Override = Static<typeof override>
