import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import { apiVersion } from '../../../apis/group.ts'
import { Usage } from '../../generated/protection.crossplane.io/usage.ts'
import { itemKey } from '../../runtime/keys.ts'
import { absent, waiting, type Entry } from '../../runtime/plan.ts'
import { whenCondition } from '../../runtime/readiness.ts'
import { databaseKey } from './database.ts'
import type { Environment } from './environment.ts'
import { placed } from './placed.ts'

export const orderKey = ({ name }: EnvironmentDatabase): `order-${string}` => itemKey('order', `database-${name}`)

/**
 * Keeps the Namespace until the database is gone: what the database needs to go in order is in the Namespace too. A Usage names
 * who uses something in its own namespace only, and this empty namespace makes it name something that has none.
 */
export const order = (environment: Environment, item: EnvironmentDatabase): Entry => {
  if (environment.namespace.mode === 'Existing') return absent('the Namespace stays')
  if (!environment.observed.composed(databaseKey(item)))
    return waiting(databaseKey(item), 'the database is not there yet')
  return placed(
    environment,
    orderKey(item),
    Usage,
    {
      spec: {
        of: { apiVersion: 'v1', kind: 'Namespace', resourceRef: { name: environment.name, namespace: '' } },
        by: { apiVersion, kind: 'XDatabase', resourceRef: { name: item.name } },
        reason: `the database ${item.name} goes before its Namespace`,
        replayDeletion: true,
      },
    },
    { readiness: whenCondition('Ready') },
  )
}
