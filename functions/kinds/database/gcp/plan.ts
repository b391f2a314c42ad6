import { itemKey } from '../../../runtime/keys.ts'
import { each, type Plan } from '../../../runtime/plan.ts'
import type { DatabaseKey } from '../keys.ts'
import type { GcpDatabase } from './database.ts'
import { instance } from './instance.ts'
import { logicalDatabase } from './logical-database.ts'
import { password, type Draw } from './password.ts'
import { user } from './user.ts'

/** A database on Google Cloud: a Cloud SQL instance on the platform's network, its databases and its user. */
export const plan = (db: GcpDatabase, edge: Draw): Plan<DatabaseKey> => ({
  instance: instance(db),
  ...each(db.databases, database => [itemKey('database', database.name), logicalDatabase(db, database)]),
  password: password(db, edge),
  user: user(db),
})
