import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import type { ProviderApi } from './actor.ts'

/** A field that a reference fills, what it refers to, and what it takes from there. */
export interface Reference {
  /** The field, below forProvider. */
  readonly field: string
  /** The field of the reference; a list when it ends in Refs. */
  readonly ref: string
  readonly target: { readonly apiVersion: string; readonly kind: string }
  /** Default: the external name. */
  readonly value?: (target: JsonObject) => string | undefined
}

/** What a resolution came to: fields to set, or what is missing. */
export type Resolution = { readonly fields: JsonObject } | { readonly missing: string }

export const externalName = (object: JsonObject): string | undefined =>
  textAt(object, 'metadata', 'annotations', 'crossplane.io/external-name')

/** Resolves the references of an object as a provider does: a field that is set is left alone, unless the policy is Always. */
export const resolveReferences = (
  api: ProviderApi,
  object: JsonObject,
  references: readonly Reference[],
): Resolution => {
  const forProvider = objectAt(object, 'spec', 'forProvider')
  const fields: Record<string, Json> = {}
  for (const reference of references) {
    const refs = [forProvider[reference.ref]].flat().filter(isObject)
    const always = refs.some(ref => textAt(ref, 'policy', 'resolve') === 'Always')
    if (refs.length === 0 || (forProvider[reference.field] !== undefined && !always)) continue
    const values: string[] = []
    for (const ref of refs) {
      const name = textAt(ref, 'name') ?? ''
      const { namespace = '' } = refOf(object)
      const target = api.get({ ...reference.target, name, namespace })
      const value = target && (reference.value ?? externalName)(target)
      if (value === undefined)
        return {
          missing: `cannot resolve references: spec.forProvider.${reference.field}: ${reference.target.kind} "${name}" ${target ? 'has no value yet' : 'not found'}`,
        }
      values.push(value)
    }
    const resolved = reference.ref.endsWith('Refs') ? values : (values[0] ?? '')
    if (JSON.stringify(resolved) !== JSON.stringify(forProvider[reference.field])) fields[reference.field] = resolved
  }
  return { fields }
}
