import type { Provider } from '../../../../apis/blocks/placement.ts'
import { reservedDatabaseNames } from '../../../../apis/database/reserved-names.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { asked } from '../../../settings/setting.ts'
import { choices } from '../capabilities.ts'
import type { LogicalDatabase } from '../database.ts'
import { decideChoice, unsupported, type Decision } from '../decide.ts'

type Databases = readonly [LogicalDatabase, ...LogicalDatabase[]]

/** The databases of the claim, the one first that the server was made with; one named like the claim if it names none. */
export const decideDatabases = (
  provider: Provider,
  claimName: string,
  wanted: readonly LogicalDatabase[] | undefined,
  current: string | undefined,
): Decision<Databases> => {
  const all = wanted ?? [{ name: current ?? databaseName(claimName) }]
  const first = all.find(({ name }) => name === current) ?? all[0] ?? { name: databaseName(claimName) }
  const missing = current !== undefined && first.name !== current
  return {
    value: [first, ...all.filter(({ name }) => name !== first.name)],
    refusals: [
      ...(missing ? [firstRemoved(current)] : []),
      ...all.flatMap(one => textRefusals(provider, one, one === first)),
    ],
  }
}

/** A claim's name as the name of a database: `orders-db` is `orders_db`. */
export const databaseName = (claimName: string): string => {
  const plain = claimName.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')
  const name = /^[a-z]/.test(plain) ? plain : `db_${plain}`
  return (reservedDatabaseNames.includes(name) ? `${name}_db` : name).slice(0, 63)
}

const firstRemoved = (current: string): Refusal =>
  refuse(
    'FixedField',
    'spec.databases',
    `${current} was made with the server and the connection Secret names it: keep it in the list`,
  )

/** The first database of an RDS instance, and every database of Cloud SQL, takes the server's encoding and collation. */
const textRefusals = (
  provider: Provider,
  { name, encoding, collation }: LogicalDatabase,
  first: boolean,
): readonly Refusal[] => {
  const path = `spec.databases[${name}]`
  const fixed = provider === 'GCP' || (provider === 'AWS' && first)
  return [
    ...(encoding
      ? (decideChoice({ ...choices.encoding, field: `${path}.encoding` }, provider, asked(encoding)).refusals ?? [])
      : []),
    ...(fixed && collation !== undefined && collation !== 'en_US.utf8'
      ? [unsupported(`${path}.collation`, provider, collation, ['en_US.utf8'])]
      : []),
    ...(fixed && encoding === 'LATIN1' && provider === 'AWS'
      ? [unsupported(`${path}.encoding`, provider, 'LATIN1 for the first database', ['UTF8'])]
      : []),
  ]
}
