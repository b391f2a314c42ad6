import { ListWatch, type KubernetesListObject, type KubernetesObject } from '@kubernetes/client-node'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { reason, type Cluster } from '../api/cluster.ts'
import type { Stop } from './controller.ts'

/** A kind to be watched, in all namespaces. */
export interface Watched {
  readonly apiVersion: string
  readonly kind: string
  readonly plural: string
}

/** Milliseconds between a watch that broke and the next try. */
const pause = 500

/**
 * Calls `onChange` for every object that there is or will be, and `onGone` for those that go. A kind that does not exist yet, and
 * an API server that is away, are waited for.
 */
export const watchKind = async (
  cluster: Cluster,
  { apiVersion, plural, kind }: Watched,
  handlers: { readonly onChange: (object: JsonObject) => void; readonly onGone: (object: JsonObject) => void },
  log: (text: string) => void,
): Promise<Stop> => {
  const list = async (): Promise<KubernetesListObject<KubernetesObject>> => {
    const { items, resourceVersion } = await cluster.list(apiVersion, kind)
    return { metadata: { resourceVersion }, items: [...items] }
  }
  const path = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}/${plural}`
  const informer = new ListWatch(path, cluster.watch, list, false)
  let stopped = false
  let said = ''
  const again = (problem: unknown) => {
    if (stopped) return
    const text = `watching ${plural}: ${reason(problem)}`
    if (text !== said) log(text)
    said = text
    setTimeout(() => void begin(), pause)
  }
  const begin = () => (stopped ? Promise.resolve() : informer.start().catch(again))
  for (const verb of ['add', 'update'] as const) informer.on(verb, object => handlers.onChange(object as JsonObject))
  informer.on('delete', object => handlers.onGone(object as JsonObject))
  informer.on('error', again)
  await begin()
  return async () => {
    stopped = true
    await informer.stop()
  }
}
