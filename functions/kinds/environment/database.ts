import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import { itemKey } from '../../runtime/keys.ts'
import { waiting, type Entry } from '../../runtime/plan.ts'
import { XDatabase } from '../claims.ts'
import { whenClaimReady } from '../readiness.ts'
import { databaseKnown } from './database-check.ts'
import type { Environment } from './environment.ts'
import { placed } from './placed.ts'

export const databaseKey = ({ name }: EnvironmentDatabase): `database-${string}` => itemKey('database', name)

/** A claim like any other in the Namespace, under the name that services look for. It decides by itself what its defaults are. */
export const database = (environment: Environment, item: EnvironmentDatabase): Entry =>
  databaseKnown(environment, item)
    ? placed(
        environment,
        databaseKey(item),
        XDatabase,
        { spec: { ...item.spec } },
        { name: item.name, readiness: whenClaimReady },
      )
    : waiting('its name', 'whether the XDatabase’s name is free is not known yet')
