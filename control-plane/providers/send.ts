import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'
import { keyOf, refOf } from '../../simulator/api/object.ts'
import { reason, type Cluster } from '../api/cluster.ts'
import { ApiError } from '../api/request.ts'
import type { CachedApi, Write } from './cached-api.ts'
import { forLive } from './finalizers.ts'
import { lifeOf } from './life.ts'

interface Ends {
  readonly cluster: Pick<Cluster, 'apply' | 'patch' | 'read'>
  readonly api: Pick<CachedApi, 'seen' | 'gone'>
  readonly log: (line: string) => void
}

/** Sends writes one after the other, and has providers read what came of them. */
export const sender = ({ cluster, api, log }: Ends): ((writes: readonly Write[]) => Promise<void>) => {
  /** Until it is done: a stage that is lost would leave the object without its name, or its password. */
  const send = async (write: Write, again = false): Promise<void> => {
    const { object, method, subresource, seen } = write
    try {
      const live = again && seen ? await liveOf(object) : seen
      if (seen && !live) return api.gone(object)
      const body = seen && live ? forLive(write.body, seen, live) : write.body
      if (method === 'create') await cluster.apply(body)
      else tell(await cluster.patch(object, body, subresource))
    } catch (problem) {
      const status = problem instanceof ApiError ? problem.status : undefined
      if (status === 404) return api.gone(object)
      if (status !== 409 || !seen) {
        log(`provider: ${keyOf(refOf(object))}: ${reason(problem)}`)
        await sleep(1000)
      }
      return send(write, true)
    }
  }

  /** As it is now; `undefined` when it is gone, and when it was made again under its name. */
  const liveOf = async (object: JsonObject): Promise<JsonObject | undefined> => {
    const { apiVersion, kind, name, namespace } = refOf(object)
    const live = await cluster.read(apiVersion, kind, name, namespace)
    return live && lifeOf(live) === lifeOf(object) ? live : undefined
  }

  /** The answer to the write that takes the last finalizer away is an object that is gone. */
  const tell = (object: JsonObject): void => {
    const ended =
      textAt(object, 'metadata', 'deletionTimestamp') && listAt(object, 'metadata', 'finalizers').length === 0
    if (ended) api.gone(object)
    else api.seen(object)
  }

  return async writes => {
    for (const write of writes) await send(write)
  }
}
