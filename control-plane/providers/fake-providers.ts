import type { JsonObject } from '../../functions/runtime/json.ts'
import { refOf } from '../../simulator/api/object.ts'
import type { Work } from '../../simulator/providers/actor.ts'
import { fakeProviders, nextWork } from '../../simulator/providers/index.ts'
import type { Controller, Stop } from '../companion/controller.ts'
import { watchKind } from '../companion/watch.ts'
import { cachedApi } from './cached-api.ts'
import { orderedFaults } from './faults.ts'
import { lifeOf } from './life.ts'
import { lookAround } from './look-around.ts'
import { nodes } from './nodes.ts'
import { orderedPace } from './pace.ts'
import { runTogether } from './run-together.ts'
import { sender } from './send.ts'
import { watchedKinds } from './watched.ts'

/**
 * Stands in for the clouds, for operators and, where there are none, for nodes: the same behaviour, kind by kind, as in the simulated control plane, but through
 * the API and in real time. `pace` is how long a second of theirs takes here, where a namespace has none of its own.
 */
export const providers: Controller = {
  name: 'fake providers',
  start: async context => {
    const api = cachedApi()
    const { faults, refresh } = orderedFaults(context.folders)
    const world = { api, faults, slowness: 1 }
    const actors = [...fakeProviders(world), ...(context.options.inCluster ? [] : [nodes(world)])]
    const send = sender({ ...context, api })
    const workers = new Map<string, NodeJS.Timeout | 'writing'>()

    const waitFor = ({ seconds }: Work, object: JsonObject): number =>
      seconds * (orderedPace(context.folders, refOf(object).namespace) ?? context.options.pace) * 1000

    /** Every object has at most one write in hand; which, is decided when its time has come. */
    const consider = (object: JsonObject): void => {
      const key = lifeOf(object)
      const work = workers.has(key) ? undefined : nextWork(actors, object)
      if (!work) return
      workers.set(
        key,
        setTimeout(() => void act(key, object), waitFor(work, object)),
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
      runTogether(next, work => waitFor(work, planned) <= together)
      await send(api.taken())
      workers.delete(key)
      looks.at(planned)
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
