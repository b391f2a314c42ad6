/** The collation of a database that names none. RDS and Cloud SQL give their first database no other. */
export const defaultCollation = 'en_US.utf8'
