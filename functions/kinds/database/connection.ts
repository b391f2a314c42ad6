import { Secret } from '../../generated/core/secret.ts'
import { isObject } from '../../runtime/json.ts'
import type { Observed } from '../../runtime/observed.ts'
import { waiting, type Entry } from '../../runtime/plan.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { listAt, textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import { object } from '../composed.ts'
import type { Database } from './database.ts'

/** The user that a claim's services connect as, on every provider. */
export const username = 'app'

/** What a provider has to find out about a server before anybody can connect. */
export interface Details {
  readonly host: string | undefined
  /** The same as the host where there is no read replica. */
  readonly readOnlyHost: string | undefined
  readonly password: string | undefined
  /** The certificate that signs the server's, PEM. */
  readonly caCertificate: string | undefined
}

/** The requirement under which the Secret of that name is fetched, until it is known to be ours. */
export const connectionRequirement = 'connection-secret'

/** Asks for a Secret of the connection Secret's name: one that exists already would be adopted, and deleted with the claim. */
export const nameCheck = ({ claim, secretName, observed }: Database): readonly [string, ResourceSelector][] =>
  observed.composed('connection')
    ? []
    : [[connectionRequirement, { apiVersion: 'v1', kind: 'Secret', matchName: secretName, namespace: claim.namespace }]]

/** Whether a Secret of that name exists that this claim did not make. */
export const nameTaken = ({ claim, observed }: Database): boolean =>
  !observed.composed('connection') &&
  (observed.required(connectionRequirement) ?? []).some(secret => !isOwnedBy(secret, claim.uid))

const isOwnedBy = (secret: Readable, uid: string): boolean =>
  listAt(secret, 'metadata', 'ownerReferences')
    .filter(isObject)
    .some(reference => reference['uid'] === uid && reference['controller'] === true)

/**
 * The connection Secret, by the servicebinding.io contract: the same keys on every provider. It appears when everything
 * is known, and stays as it is while something is missing for a moment.
 */
export const connection = (db: Database, details: Details): Entry => {
  const { host, readOnlyHost, password, caCertificate } = details
  if (!host || !readOnlyHost || !password || !caCertificate)
    return waiting('the server', `${missing(details)} not known yet`)
  if (!nameChecked(db.observed)) return waiting('its name', 'whether the Secret’s name is free is not known yet')
  const [{ name: database }] = db.databases
  const { port } = db.network
  const login = { username, password: encodeURIComponent(password) }
  const sslMode = db.encryption.inTransit === 'Required' ? 'require' : 'prefer'
  const values = {
    type: 'postgresql',
    provider: db.provider.toLowerCase(),
    host,
    port: String(port),
    username,
    password,
    database,
    readOnlyHost,
    uri: `postgresql://${login.username}:${login.password}@${host}:${port}/${database}?sslmode=${sslMode}`,
    jdbcUrl: `jdbc:postgresql://${host}:${port}/${database}?user=${login.username}&password=${login.password}&sslmode=${sslMode}`,
    'ca.crt': caCertificate,
  }
  return object(
    db.claim,
    'connection',
    Secret,
    { type: 'servicebinding.io/postgresql', data: encoded(values) },
    { name: db.secretName },
  )
}

const nameChecked = (observed: Observed): boolean =>
  observed.composed('connection') !== undefined || observed.required(connectionRequirement) !== undefined

const missing = (details: Details): string =>
  (['host', 'readOnlyHost', 'password', 'caCertificate'] as const).filter(name => !details[name]).join(', ')

const encoded = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString('base64')]))

/** A value of a Secret that was fetched or composed. */
export const secretValue = (secret: Readable | undefined, key: string): string | undefined => {
  const value = textAt(secret, 'data', key)
  return value === undefined ? undefined : Buffer.from(value, 'base64').toString()
}
