import { loadRegistry, registryKey } from '../../simulator/schema/registry.ts'
import { podReads } from '../../simulator/providers/pods.ts'
import { providedKinds } from '../../simulator/providers/index.ts'
import type { World } from '../../simulator/providers/actor.ts'
import type { Watched } from '../companion/watch.ts'

/** What they look into beside what they act on: how to reach a database server, what pods have to be given, and what is scaled. */
const lookedInto = [
  ...podReads.map(({ apiVersion, kind }) => registryKey(apiVersion, kind)),
  'postgresql.sql.m.crossplane.io/v1alpha1 ProviderConfig',
  'apps/v1 Deployment',
]

/** Nobody composes pods: the registry does not know them. */
const pods: Watched = { apiVersion: 'v1', kind: 'Pod', plural: 'pods' }

/** Every kind of which the providers have to know all objects. */
export const watchedKinds = (world: World): readonly Watched[] => {
  const registry = loadRegistry()
  const known = [...lookedInto, ...providedKinds(world)].flatMap(key => registry.get(key) ?? [])
  return [...known, pods]
}
