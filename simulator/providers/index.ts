import type { JsonObject } from '../../functions/runtime/json.ts'
import type { Actor, Work, World } from './actor.ts'
import { awsKinds } from './aws.ts'
import { azureKinds } from './azure.ts'
import { cloudNativePg } from './cloudnative-pg.ts'
import { gcpKinds } from './gcp.ts'
import { managedProvider } from './managed.ts'
import { sqlKinds } from './sql.ts'
import { usages } from './usage.ts'

/** Everything that acts on composed objects in a simulated cluster. */
export const allActors = (world: World): readonly Actor[] => [
  ...[...awsKinds, ...gcpKinds, ...azureKinds, ...sqlKinds(world)].map(kind => managedProvider(world, kind)),
  cloudNativePg(world),
  usages(world),
]

/** The next write for an object, by whichever controller is in charge of it. */
export const nextWork = (actors: readonly Actor[], object: JsonObject): Work | undefined => {
  for (const actor of actors) {
    const work = actor.next(object)
    if (work) return work
  }
  return undefined
}
