import { ClusterUsage } from '../../generated/protection.crossplane.io/cluster-usage.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { whenCondition } from '../../runtime/readiness.ts'
import { clusterObject } from '../composed.ts'
import { isProtected } from './children.ts'
import type { Environment } from './environment.ts'

/**
 * While it exists, Crossplane refuses to delete the environment. A protected database protects the environment as well, or deleting
 * that would stop half-way, with nobody left to finish.
 */
export const protection = (environment: Environment): Entry => {
  const reason = reasonOf(environment)
  if (reason === undefined) return absent('deletion.protection is Disabled')
  const { apiVersion, kind, name } = environment.claim
  return clusterObject(
    environment.claim,
    'protection',
    ClusterUsage,
    { spec: { of: { apiVersion, kind, resourceRef: { name } }, reason } },
    { readiness: whenCondition('Ready') },
  )
}

const reasonOf = (environment: Environment): string | undefined => {
  if (environment.settings.protection.value === 'Enabled')
    return 'deletion.protection is Enabled: set it to Disabled before deleting the environment'
  const held = environment.databases.filter(({ name }) => isProtected(environment, name))
  const names = held.map(({ name }) => name).join(', ')
  if (names === '') return undefined
  return `protected databases are in it (${names}): set their deletion.protection to Disabled first`
}
