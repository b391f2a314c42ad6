import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'
import { keyOf, refOf } from '../../simulator/api/object.ts'
import type { Work } from '../../simulator/providers/actor.ts'
import { fakeProviders, nextWork } from '../../simulator/providers/index.ts'
import { ApiError } from '../api/request.ts'
import { reason } from '../api/cluster.ts'
import type { Controller, Stop } from '../companion/controller.ts'
import { watchKind } from '../companion/watch.ts'
import { cachedApi, type Write } from './cached-api.ts'
import { orderedFaults } from './faults.ts'
import { forLive } from './finalizers.ts'
import { lookAround } from './look-around.ts'
import { nodes } from './nodes.ts'
import { runTogether } from './run-together.ts'
import { watchedKinds } from './watched.ts'

/**
 * Stands in for the clouds, for operators and, where there are none, for nodes: the same behaviour, kind by kind, as in the simulated control plane, but through
 * the API and in real time. `pace` is how long a second of theirs takes here.
 */
export const providers: Controller = {
  name: 'fake providers',
  start: async context => {
    const api = cachedApi()
    const { faults, refresh } = orderedFaults(context.folders)
    const world = { api, faults, slowness: 1 }
    const actors = [...fakeProviders(world), ...(context.options.inCluster ? [] : [nodes(world)])]
    const workers = new Map<string, NodeJS.Timeout | 'writing'>()

    const waitFor = ({ seconds }: Work): number => seconds * context.options.pace * 1000

    /** Every object has at most one write in hand; which, is decided when its time has come. */
    const consider = (object: JsonObject): void => {
      const key = lifeOf(object)
      const work = workers.has(key) ? undefined : nextWork(actors, object)
      if (!work) return
      workers.set(
        key,
        setTimeout(() => void act(key, object), waitFor(work)),
      )
    }
    const looks = lookAround(api, objects => {
      refresh()
      objects.forEach(consider)
    })

    const act = async (key: string, planned: JsonObject): Promise<void> => {
      workers.set(key, 'writing')
      const next = (): Work | undefined => {
        const object = api.get(refOf(planned))
        return object && lifeOf(object) === key ? nextWork(actors, object) : undefined
      }
      runTogether(next, work => waitFor(work) <= together)
      for (const write of api.taken()) await send(write)
      workers.delete(key)
      looks.at(planned)
    }

    /** The answer to the write that takes the last finalizer away is an object that is gone. */
    const tell = (object: JsonObject): void => {
      const ended =
        textAt(object, 'metadata', 'deletionTimestamp') && listAt(object, 'metadata', 'finalizers').length === 0
      if (ended) api.gone(object)
      else api.seen(object)
    }

    /** Until it is done: a stage that is lost would leave the object without its name, or its password. */
    const send = async (write: Write, live?: JsonObject): Promise<void> => {
      const { object, method, subresource, seen } = write
      const body = seen && live ? forLive(write.body, seen, live) : write.body
      try {
        if (method === 'create') await context.cluster.apply(body)
        else tell(await context.cluster.patch(object, body, subresource))
      } catch (problem) {
        if (problem instanceof ApiError && problem.status === 404) return api.gone(object)
        if (problem instanceof ApiError && problem.status === 409 && seen) {
          const { apiVersion, kind, name, namespace } = refOf(object)
          const now = await context.cluster.read(apiVersion, kind, name, namespace)
          return now && lifeOf(now) === lifeOf(object) ? send(write, now) : api.gone(object)
        }
        context.log(`provider: ${keyOf(refOf(object))}: ${reason(problem)}`)
        await sleep(1000)
        return send(write)
      }
    }

    const stops: Stop[] = []
    const handlers = {
      onChange: (object: JsonObject) => {
        api.seen(object)
        looks.at(object)
      },
      onGone: (object: JsonObject) => {
        api.gone(object)
        looks.at(object)
      },
    }
    for (const kind of watchedKinds(world)) stops.push(await watchKind(context.cluster, kind, handlers, context.log))
    return async () => {
      looks.stop()
      for (const worker of workers.values()) if (worker !== 'writing') clearTimeout(worker)
      await Promise.all(stops.map(stop => stop()))
    }
  },
}

/**
 * Milliseconds. Work that an object would wait for so shortly is done along with what comes before it, and is one write. At a pace of
 * 0.003 or less, so is most of what is made of it; otherwise a provider makes its eight.
 */
const together = 25

/** An object that is made again under its name has work of its own. */
const lifeOf = (object: JsonObject): string => `${keyOf(refOf(object))} ${textAt(object, 'metadata', 'uid') ?? ''}`
