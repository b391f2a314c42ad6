import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt, withAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from '../api/object.ts'
import type { World } from './actor.ts'

/** What an autoscaler scales. */
export const targetOf = (object: JsonObject): ObjectRef => {
  const [apiVersion = '', kind = '', name = ''] = ['apiVersion', 'kind', 'name'].map(field =>
    textAt(object, 'spec', 'scaleTargetRef', field),
  )
  return { apiVersion, kind, name, namespace: refOf(object).namespace ?? '' }
}

export const scaleTo = ({ api }: World, object: JsonObject, replicas: number): void => {
  const scaled = api.get(targetOf(object))
  if (scaled) api.update(withAt(scaled, ['spec', 'replicas'], replicas), 'kube-controller-manager')
}
