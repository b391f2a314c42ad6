import { Usage } from '../../generated/protection.crossplane.io/usage.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import { whenCondition } from '../../runtime/readiness.ts'
import { object } from '../composed.ts'
import type { Service } from './service.ts'

/**
 * While it exists, Crossplane refuses to delete the service: what is protected and goes with it protects the service too, or
 * deleting that would stop half-way, with nobody left to finish.
 */
export const protection = (service: Service): Entry => {
  const reason = reasonOf(service)
  if (reason === undefined) return absent('deletion.protection is Disabled, and nothing that goes with it is protected')
  const { claim } = service
  return object(
    claim,
    'protection',
    Usage,
    {
      spec: {
        of: { apiVersion: claim.apiVersion, kind: claim.kind, resourceRef: { name: claim.name } },
        reason,
      },
    },
    { readiness: whenCondition('Ready') },
  )
}

const reasonOf = (service: Service): string | undefined => {
  const held = protectedClaims(service).join(', ')
  if (held !== '') return `what goes with it is protected (${held}): set its spec.deletion.protection to Disabled first`
  return service.protected
    ? 'deletion.protection is Enabled: set it to Disabled before deleting the service'
    : undefined
}

const protectedClaims = ({ bindings, observed }: Service): readonly string[] =>
  bindings
    .filter(({ key, spec }) => {
      if (key === undefined) return false
      const existing = observed.composed(key)?.resource
      return [
        textAt(spec, 'deletion', 'protection'),
        textAt(existing, 'status', 'effective', 'deletion', 'protection'),
      ].includes('Enabled')
    })
    .map(({ what, name }) => `${what} ${name}`)
