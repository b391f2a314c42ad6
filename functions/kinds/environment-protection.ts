import { apiVersion } from '../../apis/group.ts'
import { Usage } from '../generated/protection.crossplane.io/usage.ts'
import type { Claim } from '../runtime/observed.ts'
import { absent, waiting, type Entry } from '../runtime/plan.ts'
import { whenCondition } from '../runtime/readiness.ts'
import { object } from './composed.ts'

/** A claim that may keep itself from being deleted. */
interface Protectable {
  readonly claim: Claim
  readonly what: 'database' | 'service'
  readonly isProtected: boolean
  /** Whether the namespace is an environment; `undefined` while that has not been looked at. */
  readonly inEnvironment: boolean | undefined
}

/**
 * A protected claim protects the environment that it is in, whoever made either: that would be deleted half-way, or with the claim in
 * its Namespace. A Usage names who uses something in its own namespace only, and by an empty namespace something that has none.
 */
export const environmentProtection = ({ claim, what, isProtected, inEnvironment }: Protectable): Entry => {
  if (!isProtected) return absent('deletion.protection is Disabled')
  if (inEnvironment === undefined) return waiting('its environment', 'it has not been looked at yet')
  if (!inEnvironment) return absent('the namespace is no environment')
  return object(
    claim,
    'environment-protection',
    Usage,
    {
      spec: {
        of: { apiVersion, kind: 'XEnvironment', resourceRef: { name: claim.namespace, namespace: '' } },
        by: { apiVersion: claim.apiVersion, kind: claim.kind, resourceRef: { name: claim.name } },
        reason: `the ${what} ${claim.name} in it is protected: set its deletion.protection to Disabled first`,
      },
    },
    { readiness: whenCondition('Ready') },
  )
}
