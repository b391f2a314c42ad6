import type { Destination } from '../../apis/environment/networking.ts'
import type { EgressMode } from '../../apis/blocks/isolation.ts'
import type { Environment } from './environment.ts'
import type { Surroundings } from './surroundings.ts'

/** What the environment that a service is in says of the network there. */
export interface NetworkAround {
  /** The namespace, where there is an XEnvironment for it. */
  readonly environment: string | undefined
  /** Below which services get their domains. */
  readonly domain: string | undefined
  readonly allowedDomains: readonly string[]
  readonly egress: EgressMode
  /** Where its pods may connect to, with restricted egress. */
  readonly allow: readonly Destination[]
}

/** `undefined` while the XEnvironment has not been looked at: then nothing that depends on it is decided anew. */
export const networkAround = (
  { isThere, networking = {} }: Surroundings,
  { declared, builtIn }: Environment,
  namespace: string,
): NetworkAround | undefined => {
  if (isThere === undefined) return undefined
  const { domain, allowedDomains = [], egress = {} } = networking
  const mode = egress.mode ?? declared.networking?.egress?.mode ?? builtIn.networking.egress.mode
  return {
    environment: isThere ? namespace : undefined,
    domain,
    allowedDomains,
    egress: isThere ? mode : 'Open',
    allow: egress.allow ?? [],
  }
}
