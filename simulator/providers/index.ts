import type { JsonObject } from '../../functions/runtime/json.ts'
import type { ApiServer } from '../api/server.ts'
import { registryKey } from '../schema/registry.ts'
import type { Actor, Work, World } from './actor.ts'
import { awsKinds } from './aws.ts'
import { azureKinds } from './azure.ts'
import { certificateKinds, certManager } from './cert-manager.ts'
import { cloudNativePg, postgresKinds } from './cloudnative-pg.ts'
import { gateway, gatewayKinds } from './gateway.ts'
import { gcpKinds } from './gcp.ts'
import { identityKinds } from './identity.ts'
import { managedProvider, type ManagedKind } from './managed.ts'
import { keda, kedaKinds } from './keda.ts'
import { sqlKinds } from './sql.ts'
import { usages } from './usage.ts'
import { workloads } from './workloads.ts'

const managedKinds = (world: World): readonly ManagedKind[] => [
  ...awsKinds,
  ...gcpKinds,
  ...azureKinds,
  ...identityKinds,
  ...sqlKinds(world),
]

/** The clouds' providers and the operators: what a laptop has not. */
export const fakeProviders = (world: World): readonly Actor[] => [
  ...managedKinds(world).map(kind => managedProvider(world, kind)),
  cloudNativePg(world),
  gateway(world),
  certManager(world),
  keda(world),
]

/** The kinds that they act on, as the registry keys them. */
export const providedKinds = (world: World): readonly string[] =>
  [...managedKinds(world), ...postgresKinds, ...kedaKinds, ...gatewayKinds, ...certificateKinds].map(
    ({ apiVersion, kind }) => registryKey(apiVersion, kind),
  )

/** Everything that acts on composed objects in a simulated cluster. */
export const allActors = (world: World & { readonly api: ApiServer }): readonly Actor[] => [
  ...fakeProviders(world),
  workloads(world),
  usages(world.api),
]

/** The next write for an object, by whichever controller is in charge of it. */
export const nextWork = (actors: readonly Actor[], object: JsonObject): Work | undefined => {
  for (const actor of actors) {
    const work = actor.next(object)
    if (work) return work
  }
  return undefined
}
