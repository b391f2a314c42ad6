import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from './object.ts'

/** Crossplane's mark on what must not be deleted: its webhook looks at nothing else. */
export const inUseLabel = 'crossplane.io/in-use'

export const isUsage = (object: JsonObject): boolean =>
  object['apiVersion'] === 'protection.crossplane.io/v1beta1' && (textAt(object, 'kind') ?? '').endsWith('Usage')

/** What a Usage keeps: in its own namespace unless it says otherwise; an empty namespace is none. */
export const usedBy = (usage: JsonObject): ObjectRef => {
  const { namespace: own } = refOf(usage)
  const of = (...path: string[]) => textAt(usage, 'spec', 'of', ...path)
  const given = (usage['spec'] as { of?: { resourceRef?: JsonObject } } | undefined)?.of?.resourceRef?.['namespace']
  const namespace = given === undefined ? own : of('resourceRef', 'namespace')
  return {
    apiVersion: of('apiVersion') ?? '',
    kind: of('kind') ?? '',
    name: of('resourceRef', 'name') ?? '',
    ...(namespace !== undefined && { namespace }),
  }
}

/** Why it can't be deleted, in the words of Crossplane's webhook. */
export const inUse = (object: JsonObject): string | undefined =>
  textAt(object, 'metadata', 'labels', inUseLabel) === 'true'
    ? 'admission webhook "nousages.protection.crossplane.io" denied the request: This resource is in-use by 1 usage(s)'
    : undefined
