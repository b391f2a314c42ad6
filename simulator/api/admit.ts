import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { withDefaults } from '../schema/defaults.ts'
import { duplicates } from '../schema/duplicates.ts'
import { checkRules } from '../schema/rules.ts'
import type { KindSchema } from '../schema/structural.ts'
import { validate, type Fault } from '../schema/validate.ts'

/** An object with its defaults, or what is wrong with it. */
export interface Admission {
  readonly object: JsonObject
  readonly faults: readonly Fault[]
}

/** Defaults, schema, names and CEL rules, in the API server's order: rules are not asked of an object that does not fit. */
export const admit = (object: JsonObject, old: JsonObject | undefined, kind: KindSchema): Admission => {
  const filled = withDefaults(object, kind.schema) as JsonObject
  const faults = [...validate(filled, kind.schema), ...duplicates(filled, kind.schema), ...metadataFaults(object, kind)]
  return {
    object: filled,
    faults: faults.length > 0 ? faults : checkRules(ruled(filled), old && ruled(old), kind.schema),
  }
}

/** CEL sees of the metadata only the name. */
const ruled = (object: JsonObject): Json => ({
  ...object,
  metadata: { name: textAt(object, 'metadata', 'name') ?? '' },
})

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/** At most 63 characters, beginning and ending with a letter or digit; or nothing. */
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/

const metadataFaults = (object: JsonObject, { scope, kind }: KindSchema): readonly Fault[] => {
  const [name, namespace] = [textAt(object, 'metadata', 'name'), textAt(object, 'metadata', 'namespace')]
  // A composite's name is used as the value of a label.
  const limit = kind.startsWith('X') ? 63 : 253
  return [
    ...(name === undefined ? [fault('metadata.name', 'required')] : []),
    ...(name !== undefined && !subdomain.test(name)
      ? [fault('metadata.name', `"${name}" is not a lower-case RFC 1123 name`)]
      : []),
    ...(name !== undefined && name.length > limit
      ? [fault('metadata.name', `must have at most ${limit} characters`)]
      : []),
    ...Object.entries(objectAt(object, 'metadata', 'labels'))
      .filter(([, value]) => typeof value !== 'string' || !labelValue.test(value))
      .map(([key, value]) => fault('metadata.labels', `${JSON.stringify(value)} of ${key} is not a label's value`)),
    ...(scope === 'Cluster' && namespace ? [fault('metadata.namespace', `${kind} has no namespace`)] : []),
  ]
}

const fault = (path: string, message: string): Fault => ({ path, message, misfit: false })
