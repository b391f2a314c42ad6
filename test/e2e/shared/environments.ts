import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { environmentClaim } from '../../harness/claims.ts'
import { hurry, now } from './bed.ts'

/** The environments that a file's tests make, for its end. */
export interface Made {
  readonly made: JsonObject[]
  /** One in this cluster, where databases take the least, of a name that no other test and no other try has. */
  readonly named: (base: string, spec?: JsonObject) => JsonObject
}

export const environments = (): Made => {
  const made: JsonObject[] = []
  const named = (base: string, spec: JsonObject = {}): JsonObject => {
    const name = `${base}-${process.pid}-${made.length}`
    const environment = environmentClaim({ placement: { provider: 'Kubernetes' }, ...spec }, { name })
    made.push(environment)
    hurry(name)
    return environment
  }
  return { made, named }
}

export const nameOf = (object: JsonObject): string => textAt(object, 'metadata', 'name') ?? ''

export const namespaceOf = (environment: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: nameOf(environment) },
})

/** Whether an object is on its way out. */
export const ending = async (object: JsonObject): Promise<boolean> =>
  textAt(await now(object), 'metadata', 'deletionTimestamp') !== undefined
