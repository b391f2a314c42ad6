/** Databases that a server or a cloud makes for itself. */
const ofTheServer = 'postgres template0 template1 rdsadmin cloudsqladmin azure_maintenance azure_sys'

/** Key words that PostgreSQL reserves (its manual, appendix C); RDS refuses them as the name of a database. */
const ofSql =
  'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create ' +
  'current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc ' +
  'distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral ' +
  'leading limit localtime localtimestamp not null offset on only or order placing primary references returning ' +
  'select session_user some symmetric system_user table then to trailing true union unique user using variadic when ' +
  'where window with'

/** Names that no database of a claim may have. */
export const reservedDatabaseNames: readonly string[] = `${ofTheServer} ${ofSql}`.split(' ')
