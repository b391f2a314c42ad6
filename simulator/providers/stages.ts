import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import type { ManagedKind } from './managed.ts'
import { annotated, secretOf, withSpec, withStatus, writeSecret } from './object.ts'
import { externalName, resolveReferences } from './references.ts'
import type { ProviderApi } from './actor.ts'

const synced = { type: 'Synced', status: 'True', reason: 'ReconcileSuccess', message: '' } as const
const creating = { type: 'Ready', status: 'False', reason: 'Creating', message: '' } as const
const available = { type: 'Ready', status: 'True', reason: 'Available', message: '' } as const

/** The stage in which references are resolved; the first that something else can hold up. */
export const resolving = 1
/** The stage in which the cloud is asked, and may refuse. */
export const asking = 4
/** The stage that lasts as long as the cloud takes. */
export const waitingForCloud = 6

/** The eight writes with which a provider creates a managed resource. */
export const stagesOf = (api: ProviderApi, kind: ManagedKind): readonly ((object: JsonObject) => void)[] => {
  const update = (object: JsonObject) => api.update(object, 'provider')
  return [
    object => update(named(finalized(object), kind)),
    object => update(withReferences(api, object, kind)),
    object => {
      makePassword(api, object, kind)
      update(annotated(object, { 'crossplane.io/external-create-pending': api.time() }))
    },
    object => update(withStatus(object, [synced, creating], api.time())),
    object => update(withStatus(object, [synced, creating], api.time(), kind.silent ? {} : { id: idOf(object, kind) })),
    object =>
      update(
        annotated(object, {
          'crossplane.io/external-create-succeeded': api.time(),
          'crossplane.io/external-name': idOf(object, kind),
        }),
      ),
    object => {
      writeConnection(api, object, kind)
      update(withStatus(object, [synced, creating], api.time(), outputsOf(object, kind)))
    },
    object => update(withStatus(object, [synced, available], api.time(), outputsOf(object, kind))),
  ]
}

/** The password of a managed resource, if its Secret is there. */
export const passwordOf = (api: ProviderApi, object: JsonObject, { password }: ManagedKind): string | undefined => {
  const reference = objectAt(object, 'spec', 'forProvider', password?.secretRef ?? '')
  const name = textAt(reference, 'name')
  return name === undefined ? undefined : secretOf(api, object, name, textAt(reference, 'key') ?? 'password')
}

/** Keeps the object until the provider has deleted what it stands for. */
export const finalizer = 'finalizer.managedresource.crossplane.io'

const finalized = (object: JsonObject): JsonObject => {
  const others = listAt(object, 'metadata', 'finalizers').filter(name => name !== finalizer)
  return { ...object, metadata: { ...objectAt(object, 'metadata'), finalizers: [...others, finalizer] } }
}

/** A kind whose id the cloud does not assign is called as its object is, unless the object says otherwise. */
const named = (object: JsonObject, kind: ManagedKind): JsonObject =>
  kind.id || externalName(object)
    ? object
    : annotated(object, { 'crossplane.io/external-name': textAt(object, 'metadata', 'name') ?? '' })

const withReferences = (api: ProviderApi, object: JsonObject, { references = [] }: ManagedKind): JsonObject => {
  const resolution = resolveReferences(api, object, references)
  const fields = 'fields' in resolution ? resolution.fields : {}
  return Object.entries(fields).reduce(
    (next, [field, value]) => withSpec(next, `spec.forProvider.${field}`, value),
    object,
  )
}

const makePassword = (api: ProviderApi, object: JsonObject, kind: ManagedKind): void => {
  const asked = objectAt(object, 'spec', 'forProvider')
  const reference = objectAt(asked, kind.password?.secretRef ?? '')
  const name = textAt(reference, 'name')
  const wanted = kind.password?.generate === true && asked['autoGeneratePassword'] === true
  if (!wanted || name === undefined || passwordOf(api, object, kind) !== undefined) return
  const key = textAt(reference, 'key') ?? 'password'
  writeSecret(api, object, name, { [key]: `generated-for-${textAt(object, 'metadata', 'uid')?.slice(0, 13)}` })
}

/** Follows a password that is to be kept in another Secret: a new one is made, and told. */
export const renewPassword = (api: ProviderApi, object: JsonObject, kind: ManagedKind): void => {
  if (kind.password?.generate !== true || passwordOf(api, object, kind) !== undefined) return
  makePassword(api, object, kind)
  writeConnection(api, object, kind)
}

const writeConnection = (api: ProviderApi, object: JsonObject, kind: ManagedKind): void => {
  const name = textAt(object, 'spec', 'writeConnectionSecretToRef', 'name')
  if (!name || !kind.connection) return
  writeSecret(
    api,
    object,
    name,
    kind.connection(object, passwordOf(api, object, kind)),
    'connection.crossplane.io/v1alpha1',
  )
}

const idOf = (object: JsonObject, kind: ManagedKind): string =>
  kind.id?.(object) ?? externalName(object) ?? textAt(object, 'metadata', 'name') ?? ''

/** A provider mirrors what was asked for, without references, and adds what the cloud has made of it. */
const outputsOf = (object: JsonObject, kind: ManagedKind): JsonObject => {
  if (kind.silent) return {}
  const mirrored = Object.entries(objectAt(object, 'spec', 'forProvider')).filter(
    ([field]) => !/(Ref|Refs|Selector)$|^autoGeneratePassword$/.test(field),
  )
  return { ...Object.fromEntries(mirrored), id: idOf(object, kind), ...kind.outputs?.(object) }
}
