import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import type { NetworkAround } from './network-around.ts'

/** Whether a domain is another one or below it: evil-example.com is not below example.com. Both are in lower case (see `domain`). */
export const isBelow = (domain: string, parent: string): boolean => domain === parent || domain.endsWith(`.${parent}`)

/** The domain of a service that names none; `undefined` where its environment has none. */
export const defaultDomain = (service: string, { domain }: NetworkAround): string | undefined =>
  domain === undefined ? undefined : `${service}.${domain}`

/**
 * Whether a domain may be used here. Whoever says anything has to allow it: the environment, by its domain and its list, and the
 * platform. Where neither does, none may be.
 */
export const domainRefusals = (
  domain: string,
  path: string,
  { environment, domain: own, allowedDomains }: NetworkAround,
  { policy = {} }: PlatformSpec,
): readonly Refusal[] => {
  const environments = [...(own === undefined ? [] : [own]), ...allowedDomains]
  const lists: readonly (readonly [who: string, allowed: readonly string[]])[] = [
    ...(environments.length === 0 ? [] : [[`XEnvironment ${environment}`, environments] as const]),
    ...(policy.domains === undefined ? [] : [['XPlatform default', policy.domains] as const]),
  ]
  if (lists.length === 0)
    return [
      refuse(
        'DomainNotAllowed',
        path,
        `nobody says which domains may be used here: ask the platform team for ${domain}`,
      ),
    ]
  return lists
    .filter(([, allowed]) => !allowed.some(parent => isBelow(domain, parent)))
    .slice(0, 1)
    .map(([who, allowed]) =>
      refuse(
        'DomainNotAllowed',
        path,
        `${domain} is not below ${allowed.join(', ') || 'any domain'}, as ${who} asks for`,
      ),
    )
}

/** Whether the platform team has named just this domain for the environment, and so lets it share it with others. */
export const isShared = (domain: string, { allowedDomains }: NetworkAround): boolean => allowedDomains.includes(domain)
