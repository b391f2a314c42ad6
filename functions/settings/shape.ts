import type { Static, TSchema } from 'typebox'
import { refuse, type ErrorCode, type Refusal } from '../runtime/errors.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'
import { validatorOf, type Fault } from './validator.ts'

/** Checks an untrusted value against a schema of the API, and gives it the schema's type. */
export type Shape<T> = (value: unknown, root: string) => Outcome<T>

/**
 * The API server has checked the same schema already, but its copy may be older or newer than ours, so nothing is
 * trusted. `root` is where the value stands, for the messages.
 */
export const shapeOf = <Schema extends TSchema>(schema: Schema, code: ErrorCode): Shape<Static<Schema>> => {
  const { is, faults } = validatorOf(schema)
  return (value, root) => (is(value) ? ok(value) : refused(...firstPerField(faults(value), root, code)))
}

const firstPerField = (faults: readonly Fault[], root: string, code: ErrorCode): readonly Refusal[] => {
  const byField = new Map<string, Refusal>()
  for (const fault of faults.filter(({ keyword }) => keyword !== 'additionalProperties')) {
    for (const { path, message } of located(fault, root)) {
      if (!byField.has(path)) byField.set(path, refuse(code, path, message))
    }
  }
  return [...byField.values()].slice(0, 10)
}

/** A missing field is told at its own place, not at the object that lacks it. */
const located = (
  { instancePath, params, message }: Fault,
  root: string,
): readonly { path: string; message: string }[] => {
  const path = fieldPath(root, instancePath)
  if ('requiredProperties' in params && Array.isArray(params.requiredProperties)) {
    return params.requiredProperties.map(name => ({ path: `${path}.${name}`, message: 'required' }))
  }
  return [{ path, message: message === 'schema is false' ? 'unknown field' : message }]
}

/** `/databases/0/name` below `spec` is `spec.databases[0].name`; a key that is no identifier stands in quotes. */
const fieldPath = (root: string, pointer: string): string =>
  root +
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(step => (/^\d+$/.test(step) ? `[${step}]` : /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('')
