import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from '../../simulator/api/object.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import type { Fault } from '../../simulator/providers/actor.ts'
import { environmentClaim } from './claims.ts'
import { bed } from './plane.ts'

const annotation = 'platform.roadbed.dev/seed'

/** What loads the database of the tests. */
export const seed: JsonObject = { image: 'registry.example.com/shop/seed:1.4', command: ['/seed', 'orders'] }

/** An environment with one database and its seed. */
export const seededClaim = (change: JsonObject = seed, spec: JsonObject = {}): JsonObject =>
  environmentClaim({ databases: [{ name: 'orders', seed: change }], ...spec })

/** A control plane, and what there is to see of seeds on it. */
export const seedingBed = (options: Parameters<typeof bed>[0] = {}) => {
  const faults: Fault[] = []
  const made = bed({ faults, ...options })
  const { api } = made.plane
  const all = (kind: string) => api.list().filter(object => object['kind'] === kind)
  const started: string[] = []
  api.watch(({ type, object }) => {
    if (type === 'ADDED' && object['kind'] === 'Job')
      started.push(JSON.stringify(objectAt(object, 'spec', 'template', 'spec')).replace(/.*"image":"([^"]+)".*/, '$1'))
  })
  return {
    ...made,
    faults,
    all,
    /** The images of the Jobs that were ever made, in order. */
    started,
    /** Goes on until the first Job is there. */
    untilStarted: async (ref: ObjectRef) => {
      await made.plane.reconcile(ref)
      for (let pass = 0; pass < 60 && started.length === 0; pass++) {
        await made.plane.reconcileChildren(ref)
        made.plane.step()
        await made.plane.reconcile(ref)
      }
    },
    record: () => textAt(all('XDatabase')[0], 'metadata', 'annotations', annotation),
    condition: (name = 'shop') =>
      conditionsOf(all('XEnvironment').find(object => textAt(object, 'metadata', 'name') === name) ?? {}).find(
        ({ type }) => type === 'Seeded',
      ),
    /** Somebody, or something, cleans Jobs away. */
    clean: () => {
      for (const job of all('Job')) api.delete(refOf(job))
    },
    /** What `kubectl annotate` does to the first database; without a value it takes the annotation away. */
    annotate: (value?: string) => {
      const [database = {}] = all('XDatabase')
      const { [annotation]: _before, ...others } = objectAt(database, 'metadata', 'annotations')
      const annotations = { ...others, ...(value !== undefined && { [annotation]: value }) }
      api.update({ ...database, metadata: { ...objectAt(database, 'metadata'), annotations } }, 'kubectl')
    },
  }
}
