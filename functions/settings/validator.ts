import type { Static, TSchema } from 'typebox'
import { Compile, Errors } from 'typebox/schema'

/** What is wrong with a value, in JSON Schema's terms. */
export interface Fault {
  readonly keyword: string
  readonly instancePath: string
  readonly params: object
  readonly message: string
}

/** Tells values that are of a schema from those that are not. */
export interface Validator<T> {
  readonly is: (value: unknown) => value is T
  readonly faults: (value: unknown) => readonly Fault[]
}

/** Compiles a schema once it is used. The package has another in place of this: there it is compiled already (`built-validator.ts`). */
export const validatorOf = <Schema extends TSchema>(schema: Schema): Validator<Static<Schema>> => {
  let compiled: ReturnType<typeof Compile<Schema>> | undefined
  return {
    is: value => (compiled ??= Compile(schema)).Check(value),
    faults: value => Errors(schema, value)[1],
  }
}
