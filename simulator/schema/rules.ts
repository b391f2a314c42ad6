import { Environment } from '@marcbachmann/cel-js'
import { isList, isObject, type Json } from '../../functions/runtime/json.ts'
import { bytesOf } from '../../functions/runtime/quantity.ts'
import type { Rule, Structural } from './structural.ts'
import type { Fault } from './validate.ts'

/** A Kubernetes quantity inside CEL, with the one method that our rules use. */
class Quantity {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  enableOptionalTypes: true,
  homogeneousAggregateLiterals: false,
})
  .registerType('Quantity', Quantity)
  .registerFunction('quantity(string): Quantity', (text: string) => new Quantity(bytesOf(text) ?? NaN))
  .registerFunction('Quantity.compareTo(Quantity): int', (left: Quantity, right: Quantity) =>
    BigInt(Math.sign(left.value - right.value)),
  )

/**
 * Evaluates the CEL rules of a schema over a value, as the API server does: rules that speak of `oldSelf` only where there
 * is an old value; items of a map list are compared with the old item of the same keys.
 */
export const checkRules = (value: Json, old: Json | undefined, schema: Structural, path = ''): readonly Fault[] => [
  ...(schema['x-kubernetes-validations'] ?? []).flatMap(rule => check(rule, value, old, path)),
  ...fieldsOf(value, old, schema, path),
]

const check = (rule: Rule, self: Json, oldSelf: Json | undefined, path: string): readonly Fault[] => {
  if (rule.optionalOldSelf !== true && /\boldSelf\b/.test(rule.rule) && oldSelf === undefined) return []
  const text = rule.optionalOldSelf === true ? plain(rule.rule, oldSelf !== undefined) : rule.rule
  const { holds, problem } = evaluate(text, self, oldSelf)
  if (holds === true) return []
  const message = problem ?? explain(rule, self, oldSelf) ?? `failed rule: ${rule.rule}`
  return [{ path: `${path}${rule.fieldPath ?? ''}`.replace(/^\./, ''), message, misfit: false }]
}

const evaluate = (text: string, self: Json, oldSelf: Json | undefined): { holds?: unknown; problem?: string } => {
  try {
    return { holds: parsed(text)({ self, oldSelf: oldSelf ?? null }) }
  } catch (error) {
    return { problem: `rule evaluation error: ${(error as Error).message}` }
  }
}

const explain = ({ message, messageExpression }: Rule, self: Json, oldSelf: Json | undefined): string | undefined => {
  const { holds } = messageExpression === undefined ? {} : evaluate(messageExpression, self, oldSelf)
  return typeof holds === 'string' ? holds : message
}

const programs = new Map<string, ReturnType<typeof environment.parse>>()

/** CEL's reserved words are escaped where they are names of fields, such as `__namespace__`. */
const escaped =
  /\b__(as|break|const|continue|else|for|function|if|import|in|let|loop|namespace|package|return|var|void|while)__/g

/** `has()` of a field of a list's item, such as `has(self.rules[0].name)`: our evaluator takes it for a field of nothing. */
const hasOfItem = /\bhas\(([\w.]+\[\d+\])\.(\w+)\)/g

const parsed = (text: string) => {
  const known = programs.get(text)
  if (known) return known
  const program = environment.parse(text.replaceAll(escaped, '$1').replaceAll(hasOfItem, "('$2' in $1)"))
  programs.set(text, program)
  return program
}

/** A rule with `optionalOldSelf` unwraps it by hand; our evaluator has no `has()` of a method's result. */
const plain = (rule: string, hasOld: boolean): string =>
  rule.replaceAll('oldSelf.hasValue()', String(hasOld)).replaceAll('oldSelf.value()', 'oldSelf')

const fieldsOf = (value: Json, old: Json | undefined, schema: Structural, path: string): readonly Fault[] => {
  if (isList(value)) {
    const { items } = schema
    return items
      ? value.flatMap((item: Json, index) => checkRules(item, oldItem(item, old, schema), items, `${path}[${index}]`))
      : []
  }
  if (!isObject(value)) return []
  const before = isObject(old) ? old : {}
  return Object.entries(value).flatMap(([name, item]) => {
    const field = schema.properties?.[name] ?? schema.additionalProperties
    return field ? checkRules(item, before[name], field, path ? `${path}.${name}` : name) : []
  })
}

const oldItem = (item: Json, old: Json | undefined, schema: Structural): Json | undefined => {
  const keys = schema['x-kubernetes-list-map-keys']
  if (!keys || !isObject(item) || !isList(old)) return undefined
  return old.find((candidate: Json) => isObject(candidate) && keys.every(key => candidate[key] === item[key]))
}
