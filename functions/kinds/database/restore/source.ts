import { apiVersion } from '../../../../apis/group.ts'
import { ObjectStore } from '../../../generated/barmancloud.cnpg.io/object-store.ts'
import { refuse } from '../../../runtime/errors.ts'
import { isObject } from '../../../runtime/json.ts'
import { conditionOf, type Observed } from '../../../runtime/observed.ts'
import type { ResourceSelector } from '../../../runtime/protocol.ts'
import { listAt, numberAt, partsAt, textAt } from '../../../runtime/read.ts'
import { ok, refused, type Outcome } from '../../../runtime/result.ts'
import type { Readable } from '../../../runtime/unread.ts'
import { isOwnedBy } from '../../fixed-name.ts'
import { backupPlugin } from '../kubernetes/database.ts'
import { asText, nothing, type Origin, type Restoring } from './origin.ts'
import { isOf, serverKinds, type ServerKind } from './servers.ts'

/** The database whose backups another one is made of. */
export interface Source {
  readonly provider: string
  readonly region: string | undefined
  /** The provider configuration that reaches its server; a namespaced one with its namespace. `undefined` in the cluster. */
  readonly account: string | undefined
  readonly version: string
  /** A Kubernetes quantity. */
  readonly storage: string
  /** The database that its connection Secret names. */
  readonly database: string
  readonly atRest: string | undefined
  readonly exposure: string | undefined
  readonly state: string | undefined
  readonly pointInTimeRecovery: string | undefined
  /** Days. */
  readonly retentionDays: number | undefined
  readonly createdAt: string | undefined
}

const [claimRequirement, serverRequirement, storeRequirement] = ['restore-claim', 'restore-server', 'restore-store']

type Requirements = readonly (readonly [string, ResourceSelector])[]

const awaited = (origin: Origin, why: string, requirements: Requirements): Outcome<Restoring> =>
  ok({ ...nothing, awaited: `${asText(origin)}: ${why}`, requirements })

/**
 * Looks at the other database: whether it lets itself be had, and at its server. Only its spec says who may have it, and only what
 * Crossplane has made for it says what its server is: a status is written by whoever may edit the claim.
 */
export const sourceOf = (origin: Origin, observed: Observed): Outcome<Restoring> => {
  const { claim } = observed
  const { name, namespace } = origin.database
  if (name === claim.name && namespace === claim.namespace)
    return wrong('InvalidCombination', 'it can’t be made of itself')
  const asks: Requirements = [[claimRequirement, { apiVersion, kind: 'XDatabase', matchName: name, namespace }]]
  const found = observed.required(claimRequirement)
  if (!found) return awaited(origin, 'it has not been looked at yet', asks)
  const [source] = found
  if (namespace !== claim.namespace && !isOpenTo(source, claim.namespace))
    // The same words whether it is there or not: a name that is not told can’t be guessed either.
    return wrong(
      'RestoreNotAllowed',
      `there is no XDatabase ${namespace}/${name} that lets ${claim.namespace} have its data: its owner adds ${claim.namespace} to its spec.backup.allowedNamespaces`,
    )
  if (!source) return wrong('UnknownDatabase', `there is no XDatabase "${name}" in ${namespace}`)
  if (textAt(source, 'metadata', 'deletionTimestamp'))
    return wrong('InvalidCombination', `${namespace}/${name} is being deleted, and its backups may go with it`)
  return withServer(origin, observed, source, asks)
}

const wrong = (code: 'InvalidCombination' | 'RestoreNotAllowed' | 'UnknownDatabase', message: string) =>
  refused(refuse(code, 'spec.restoreFrom.database', message))

const isOpenTo = (source: Readable | undefined, namespace: string): boolean =>
  listAt(source, 'spec', 'backup', 'allowedNamespaces').includes(namespace)

const withServer = (origin: Origin, observed: Observed, source: Readable, before: Requirements): Outcome<Restoring> => {
  const { namespace } = origin.database
  const ref = refOf(source)
  if (!ref || !textAt(source, 'status', 'binding', 'name'))
    return awaited(origin, 'it has not been ready yet, so there is nothing to restore', before)
  const { kind, name } = ref
  const asks: Requirements = [
    ...before,
    [serverRequirement, { apiVersion: kind.apiVersion, kind: kind.kind, matchName: name, namespace }],
  ]
  const found = observed.required(serverRequirement)
  if (!found) return awaited(origin, 'its server has not been looked at yet', asks)
  const server = found.find(object => isOf(kind, object) && isOwnedBy(object, textAt(source, 'metadata', 'uid') ?? ''))
  const id = server && kind.idOf(server)
  const facts = server && factsOf(kind, source, server, namespace)
  if (!server || !id || !facts) return awaited(origin, 'its server is not there', asks)
  const store =
    kind.provider === 'Kubernetes' ? storeOf(server, observed, namespace, id) : { asks: [], missing: undefined }
  const all = [...asks, ...store.asks]
  if (store.missing !== undefined) return awaited(origin, store.missing, all)
  const pointInTime =
    origin.pointInTime ?? (kind.provider === 'Azure' ? latest(observed.claim.createdAt, server) : undefined)
  return ok({
    ...nothing,
    beginning: { server: id, namespace: kind.provider === 'Kubernetes' ? namespace : undefined, pointInTime },
    source: facts,
    requirements: all,
  })
}

/** Its server among what it is made of. Whoever may edit the claim can write here: what is found has to be its own as well. */
const refOf = (source: Readable): { readonly kind: ServerKind; readonly name: string } | undefined => {
  for (const ref of partsAt(source, 'spec', 'crossplane', 'resourceRefs')) {
    const kind = serverKinds.find(each => isOf(each, ref))
    const name = textAt(ref, 'name')
    if (kind && name !== undefined) return { kind, name }
  }
  return undefined
}

const factsOf = (
  { provider }: ServerKind,
  source: Readable,
  server: Readable,
  namespace: string,
): Source | undefined => {
  const told = (...path: string[]) => textAt(source, 'status', ...path)
  const version = told('effective', 'version')
  const storage = told('storage', 'allocated') ?? told('effective', 'storage', 'size')
  const database = told('effective', 'database')
  if (!version || !storage || !database) return undefined
  return {
    provider,
    region: told('placement', 'region'),
    account: accountOf(server, namespace),
    version,
    storage,
    database,
    atRest: told('effective', 'encryption', 'atRest'),
    exposure: told('effective', 'network', 'exposure'),
    state: told('effective', 'state'),
    pointInTimeRecovery: told('backup', 'pointInTimeRecovery'),
    retentionDays: numberAt(source, 'status', 'backup', 'retentionDays'),
    createdAt: textAt(source, 'metadata', 'creationTimestamp'),
  }
}

const accountOf = (server: Readable, namespace: string): string | undefined => {
  const [kind, name] = ['kind', 'name'].map(field => textAt(server, 'spec', 'providerConfigRef', field))
  const project = textAt(server, 'spec', 'forProvider', 'project')
  return kind && name && accountText({ kind, name }, namespace, project)
}

/** An account as one text. A namespaced configuration of the same name is another one in another namespace. */
export const accountText = (
  { kind, name }: { readonly kind: string; readonly name: string },
  namespace: string,
  project?: string,
): string => `${kind === 'ProviderConfig' ? `${namespace}/` : ''}${name}${project === undefined ? '' : ` (${project})`}`

/** Recovery fails for good where there is no backup yet, so the store has to tell of one first. */
const storeOf = (server: Readable, observed: Observed, namespace: string, id: string) => {
  const plugin = listAt(server, 'spec', 'plugins')
    .filter(isObject)
    .find(each => each['name'] === backupPlugin)
  const name = textAt(plugin, 'parameters', 'barmanObjectName')
  if (name === undefined)
    return { asks: [], missing: 'its backups do not leave its namespace: they need a backupStore of the platform' }
  const { apiVersion: version, kind } = ObjectStore
  const asks: Requirements = [[storeRequirement, { apiVersion: version, kind, matchName: name, namespace }]]
  const [store] = observed.required(storeRequirement) ?? []
  const first = textAt(store, 'status', 'serverRecoveryWindow', id, 'firstRecoverabilityPoint')
  return { asks, missing: first === undefined ? 'its first backup is not there yet' : undefined }
}

/**
 * Azure has no word for the latest: it wants a moment. Nothing here reads a clock, so it is the one at which the claim was made, or
 * that at which the other server had become ready if it was later: before that Azure can’t restore it.
 */
const latest = (createdAt: string, server: Readable): string => {
  const ready = textAt(conditionOf(server, 'Ready'), 'lastTransitionTime') ?? ''
  return ready > createdAt ? ready : createdAt
}
