import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { isTrue } from '../api/conditions.ts'

/** What we need of a FunctionRevision. */
export interface Revision {
  readonly name: string
  /** The Function that it is a revision of. */
  readonly function: string
  readonly active: boolean
  /** The package, by its published name. */
  readonly image: string
  readonly createdAt: string
  readonly endpoint: string | undefined
  readonly healthy: boolean
}

export const revisionOf = (object: JsonObject): Revision => ({
  name: textAt(object, 'metadata', 'name') ?? '',
  function: textAt(objectAt(object, 'metadata', 'labels'), 'pkg.crossplane.io/package') ?? '',
  active:
    textAt(object, 'spec', 'desiredState') === 'Active' &&
    // Somebody else looks after it.
    textAt(object, 'metadata', 'annotations', 'crossplane.io/paused') !== 'true' &&
    textAt(object, 'metadata', 'deletionTimestamp') === undefined,
  image: textAt(object, 'spec', 'image') ?? '',
  createdAt: textAt(object, 'metadata', 'creationTimestamp') ?? '',
  endpoint: textAt(object, 'status', 'endpoint'),
  healthy: isTrue(object, 'RuntimeHealthy'),
})

export const tlsSecretOf = (revision: Revision): string => `${revision.function}-tls-server`

/**
 * What an external runtime owes to Crossplane: without all three, the package manager waits for ever. The time is fixed, so that
 * saying it again changes nothing.
 */
export const runtimeStatus = (revision: Revision, endpoint: string): JsonObject => ({
  apiVersion: 'pkg.crossplane.io/v1',
  kind: 'FunctionRevision',
  metadata: { name: revision.name },
  status: {
    endpoint,
    tlsServerSecretName: tlsSecretOf(revision),
    conditions: [
      {
        type: 'RuntimeHealthy',
        status: 'True',
        reason: 'HealthyPackageRevision',
        lastTransitionTime: revision.createdAt,
      },
    ],
  },
})
