import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'
import type { ObjectRef } from '../api/object.ts'
import type { ProviderApi } from './actor.ts'

/** What a pod names has to be there before it starts. */
export const podReads = [
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
  { apiVersion: 'v1', kind: 'ServiceAccount' },
] as const

/** A node waits for every Secret, ConfigMap, volume claim and account that a pod names. */
export const canStart = (pod: JsonObject, namespace: string, api: ProviderApi): boolean =>
  namedBy(pod).every(ref => api.get({ ...ref, namespace }) !== undefined)

const namedBy = (pod: JsonObject): readonly Omit<ObjectRef, 'namespace'>[] => {
  const found: Omit<ObjectRef, 'namespace'>[] = []
  const add = (kind: string, name: string | undefined) => {
    if (name !== undefined) found.push({ apiVersion: 'v1', kind, name })
  }
  for (const container of [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')]) {
    for (const variable of listAt(container, 'env')) {
      add('Secret', textAt(variable, 'valueFrom', 'secretKeyRef', 'name'))
      add('ConfigMap', textAt(variable, 'valueFrom', 'configMapKeyRef', 'name'))
    }
  }
  for (const volume of listAt(pod, 'volumes').filter(isObject)) {
    add('Secret', textAt(volume, 'secret', 'secretName'))
    add('ConfigMap', textAt(volume, 'configMap', 'name'))
    add('PersistentVolumeClaim', textAt(volume, 'persistentVolumeClaim', 'claimName'))
  }
  add('ServiceAccount', textAt(pod, 'serviceAccountName'))
  return found
}
