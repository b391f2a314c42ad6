import { jsonFault, type JsonObject } from './json.ts'
import type { Reach } from './kind.ts'
import type { Claim } from './observed.ts'
import { at, textAt } from './read.ts'

/**
 * Throws for an object that must not leave: one that the wire would change, and one that strays. A namespaced claim's objects are in
 * its own namespace. A cluster-scoped claim's are in the one that its kind names; without a namespace they may be only of
 * the cluster-scoped kinds that it names, for any other would jam the claim for good.
 */
export const assertSendable = (key: string, resource: JsonObject, claim: Claim, reach: Reach | undefined): void => {
  const fault = jsonFault(resource, key)
  if (fault) throw new Error(`${fault.path}: ${fault.why}`)
  const namespace = at(resource, 'metadata', 'namespace')
  if (claim.namespace === '' && namespace === undefined && isClusterKind(resource, reach)) return
  const home = claim.namespace || reach?.namespace(claim) || undefined
  if (home === undefined || namespace !== home || isClusterKind(resource, reach))
    throw new Error(`${key} is in namespace "${textAt(resource, 'metadata', 'namespace') ?? ''}", not "${home ?? ''}"`)
}

const isClusterKind = (resource: JsonObject, reach: Reach | undefined): boolean =>
  reach?.clusterKinds.includes(`${textAt(resource, 'apiVersion')} ${textAt(resource, 'kind')}`) === true
