import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from '../api/object.ts'
import { inUseLabel, isUsage, usedBy } from '../api/usages.ts'
import { conditionsOf } from '../core/conditions.ts'
import type { Actor, ProviderApi, Work } from './actor.ts'
import { withStatus } from './object.ts'

const finalizer = 'usage.apiextensions.crossplane.io'

type Api = ProviderApi & { readonly list: () => readonly JsonObject[] }

/** Crossplane's own controller for Usages: it marks what is used, and them available; and unmarks it when the last of them goes. */
export const usages = (api: Api): Actor => ({
  next: object => {
    if (!isUsage(object)) return undefined
    if (textAt(object, 'metadata', 'deletionTimestamp')) return release(api, object)
    if (conditionsOf(object).some(condition => condition['type'] === 'Ready')) return undefined
    return { seconds: 1, run: () => hold(api, object) }
  },
})

const hold = (api: Api, usage: JsonObject): void => {
  mark(api, usedBy(usage), true)
  const available = { type: 'Ready', status: 'True', reason: 'Available', message: '' } as const
  const finalizers = [...listAt(usage, 'metadata', 'finalizers'), finalizer]
  const held = { ...usage, metadata: { ...objectAt(usage, 'metadata'), finalizers } }
  api.update(withStatus(held, [available], api.time()), 'crossplane usage')
}

const release = (api: Api, usage: JsonObject): Work | undefined => {
  const finalizers = listAt(usage, 'metadata', 'finalizers').filter(name => name !== finalizer)
  if (finalizers.length === listAt(usage, 'metadata', 'finalizers').length) return undefined
  return {
    seconds: 1,
    run: () => {
      const [used, name] = [JSON.stringify(usedBy(usage)), refOf(usage).name]
      const others = api.list().filter(other => isUsage(other) && refOf(other).name !== name)
      if (!others.some(other => JSON.stringify(usedBy(other)) === used)) mark(api, usedBy(usage), false)
      api.update({ ...usage, metadata: { ...objectAt(usage, 'metadata'), finalizers } }, 'crossplane usage')
    },
  }
}

const mark = (api: Api, ref: ObjectRef, inUse: boolean): void => {
  const used = api.get(ref)
  if (!used) return
  const { [inUseLabel]: _mark, ...others } = objectAt(used, 'metadata', 'labels')
  const labels = inUse ? { ...others, [inUseLabel]: 'true' } : others
  api.update({ ...used, metadata: { ...objectAt(used, 'metadata'), labels } }, 'crossplane usage')
}
