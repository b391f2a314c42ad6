import { loadRegistry } from '../../simulator/schema/registry.ts'
import { providedKinds } from '../../simulator/providers/index.ts'
import type { World } from '../../simulator/providers/actor.ts'
import type { Watched } from '../companion/watch.ts'

/** What providers look into beside what they act on: Secrets, and how to reach a database server. */
const lookedInto = ['v1 Secret', 'postgresql.sql.m.crossplane.io/v1alpha1 ProviderConfig']

/** Every kind of which the providers have to know all objects. */
export const watchedKinds = (world: World): readonly Watched[] => {
  const registry = loadRegistry()
  return [...lookedInto, ...providedKinds(world)].flatMap(key => {
    const found = registry.get(key)
    return found ? [found] : []
  })
}
