import { loadRegistry } from '../../simulator/schema/registry.ts'
import { providedKinds } from '../../simulator/providers/index.ts'
import type { World } from '../../simulator/providers/actor.ts'
import type { Watched } from '../companion/watch.ts'

/** What they look into beside what they act on: Secrets, how to reach a database server, and what pods have to be given. */
const lookedInto = [
  'v1 Secret',
  'v1 ConfigMap',
  'v1 PersistentVolumeClaim',
  'v1 ServiceAccount',
  'postgresql.sql.m.crossplane.io/v1alpha1 ProviderConfig',
]

/** Every kind of which the providers have to know all objects. */
export const watchedKinds = (world: World): readonly Watched[] => {
  const registry = loadRegistry()
  return [...lookedInto, ...providedKinds(world)].flatMap(key => {
    const found = registry.get(key)
    return found ? [found] : []
  })
}
