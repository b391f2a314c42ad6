import type { TSchema } from 'typebox'
import { Errors } from 'typebox/schema'
import type { Validator } from '../../functions/settings/validator.ts'

/** What the bundle has in place of a schema (`built-schemas.ts`). */
export interface BuiltSchema {
  /** Makes what tells whether a value is of the schema. */
  readonly make: () => (value: unknown) => boolean
  /** The schema as JSON. It is read once somebody has to be told what is wrong. */
  readonly text: string
}

/** In the bundle in place of `functions/settings/validator.ts`: no pod compiles what is the same in all, and none makes code of text. */
export const validatorOf = ({ make, text }: BuiltSchema): Validator<unknown> => {
  let check: ReturnType<typeof make> | undefined
  let schema: TSchema | undefined
  return {
    is: (value): value is unknown => (check ??= make())(value),
    faults: value => Errors((schema ??= JSON.parse(text) as TSchema), value)[1],
  }
}
