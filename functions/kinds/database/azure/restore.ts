import type { FlexibleServer } from '../../../generated/dbforpostgresql.azure.m.upbound.io/flexible-server.ts'
import { present } from '../../../runtime/json.ts'
import { composedName } from '../../../runtime/names.ts'
import { textAt } from '../../../runtime/read.ts'
import { whenManaged } from '../../../runtime/readiness.ts'
import type { Beginning } from '../restore/servers.ts'
import type { AzureDatabase } from './database.ts'

type Asked = FlexibleServer['spec']['forProvider']

/** The server and the moment that Azure makes a new one of. */
export const restored = ({
  server,
  pointInTime,
}: Beginning): Pick<Asked, 'createMode' | 'sourceServerId' | 'pointInTimeRestoreTimeInUtc'> =>
  present({
    createMode: 'PointInTimeRestore',
    sourceServerId: server,
    pointInTimeRestoreTimeInUtc: pointInTime,
  })

/**
 * Where the provider keeps the password that it makes. A restored server begins with the other one's, whatever it is asked for (Azure's
 * manual, “Point-in-time recovery”): once it is there it is given a second one, which is the claim's own.
 */
export const passwordSecret = (db: AzureDatabase): string =>
  db.beginning && (isThere(db) || passwordIn(db) === own(db) || isBound(db))
    ? own(db)
    : composedName(db.claim, 'server-password')

const own = ({ claim }: AzureDatabase): string => composedName(claim, 'own-password')

const isThere = ({ observed }: AzureDatabase): boolean => {
  const server = observed.composed('server')?.resource
  return server !== undefined && whenManaged(server).ready
}

const passwordIn = ({ observed }: AzureDatabase): string | undefined =>
  textAt(observed.composed('server')?.resource, 'spec', 'forProvider', 'administratorPasswordSecretRef', 'name')

const isBound = ({ observed }: AzureDatabase): boolean => observed.composed('connection') !== undefined

/** Whether the password that is told is the claim's own: nobody is given another claim's. */
export const hasOwnPassword = (db: AzureDatabase): boolean =>
  !db.beginning || isBound(db) || (isThere(db) && passwordIn(db) === own(db))
