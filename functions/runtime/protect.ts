import { canonical } from './canonical.ts'
import { refuse } from './errors.ts'
import type { Json, JsonObject } from './json.ts'
import type { Emit } from './plan.ts'
import { bytesOf } from './quantity.ts'
import { at, steps, withAt } from './read.ts'
import { unless, type Outcome } from './result.ts'
import { ownedPart } from './owned.ts'
import { wholeOf, type Readable } from './unread.ts'

/** A managed resource stays in the account that it was made in: looked for in another, it would be made there again, without its data. */
const account = 'spec.providerConfigRef'

/** Applies a resource's protection against what is observed: freezes, keeps, lets grow, or refuses, in that order. */
export const protect = (key: string, planned: Emit, existing: Readable): Outcome<Emit> => {
  const { frozen = false, keep = [], grow = [], fixed = {} } = planned.protection ?? {}
  let resource = (frozen && ownedPart(wholeOf(existing))) || planned.resource
  if (at(resource, ...steps(account)) !== undefined)
    resource = withKept(resource, account, at(existing, ...steps(account)))
  for (const path of keep) resource = withKept(resource, path, at(existing, ...steps(path)))
  for (const path of grow) resource = withKept(resource, path, larger(resource, existing, path))
  const changes = Object.entries(fixed).filter(([path]) => differs(resource, existing, path))
  return unless(
    changes.map(([path, field]) => fixedField(key, path, field, existing, resource)),
    () => (resource === planned.resource ? planned : { ...planned, resource }),
  )
}

const withKept = (resource: JsonObject, path: string, value: Json | undefined): JsonObject =>
  value === undefined || same(value, at(resource, ...steps(path))) ? resource : withAt(resource, steps(path), value)

const larger = (planned: JsonObject, existing: Readable, path: string): Json | undefined => {
  const [wanted, has] = [at(planned, ...steps(path)), at(existing, ...steps(path))]
  return wanted !== undefined && has !== undefined && sizeOf(has) > sizeOf(wanted) ? has : wanted
}

const sizeOf = (value: Json): number => (typeof value === 'string' ? (bytesOf(value) ?? 0) : Number(value))

/** A field that either side lacks was not set by us, or is not set any more: neither replaces anything. */
const differs = (planned: JsonObject, existing: Readable, path: string): boolean => {
  const [after, before] = [at(planned, ...steps(path)), at(existing, ...steps(path))]
  return before !== undefined && after !== undefined && !same(before, after)
}

const fixedField = (key: string, path: string, field: string, existing: Readable, planned: JsonObject) => {
  const [before, after] = [existing, planned].map(object => JSON.stringify(at(object, ...steps(path))))
  return refuse('FixedField', field, `${path} of ${key} can't change from ${before} to ${after} without replacing it`)
}

const same = (left: Json | undefined, right: Json | undefined): boolean =>
  left === right || canonical(left) === canonical(right)
